// The time machine: another second is fetched and put in place, and the address says which.
import { renewFor } from './islands.js';

const root = document.querySelector('[data-rewind]');
if (root) rewind();

function rewind() {
  const slider = root.querySelector('[type=range]');
  const exact = root.querySelector('[data-exact]');
  const said = root.querySelector('[data-rewind-said]');
  const around = () => document.querySelector('[data-moment]').dataset;
  const textOf = seconds => new Date(seconds * 1000).toISOString().slice(0, 19) + 'Z';
  const linkTo = seconds => `/rewind?t=${textOf(seconds)}&from=${root.dataset.from}`;
  const within = seconds => Math.min(Math.max(seconds, Number(slider.min)), Number(slider.max));
  let wanted = Number(slider.value);
  let shown = wanted;
  let isBusy = false;
  let writing = 0;

  // One question at a time, and always the newest: what was passed over meanwhile is not asked for.
  async function show() {
    if (isBusy) return;
    isBusy = true;
    while (shown !== wanted) {
      shown = wanted;
      await renewFor(`/live/rewind?t=${textOf(shown)}`);
    }
    isBusy = false;
    clearTimeout(writing);
    // Browsers refuse an address that is written too often.
    writing = setTimeout(() => {
      history.replaceState(null, '', linkTo(shown));
      document.title = `Nectar, rewound to ${textOf(shown)}`;
    }, 150);
  }

  function go(seconds) {
    wanted = within(seconds);
    slider.value = wanted;
    tell();
    show();
  }

  // What hangs on the second: the field, what a slider says of itself, where links go.
  function tell() {
    slider.setAttribute('aria-valuetext', `${textOf(wanted).replace('T', ' ').replace('Z', '')} UTC`);
    if (document.activeElement !== exact) exact.value = textOf(wanted);
    for (const step of root.querySelectorAll('[data-step]')) step.href = linkTo(within(wanted + Number(step.dataset.step)));
  }

  // What the server says lies around the second.
  function takeOver() {
    const { first, now } = around();
    [slider.min, slider.max] = [first, now];
    slider.value = wanted;
    for (const link of root.querySelectorAll('[data-event]')) {
      const at = around()[link.dataset.event];
      link.hidden = !at;
      if (at) link.href = linkTo(Number(at));
    }
    tell();
    goNewest();
  }

  function goNewest() {
    const lines = document.querySelector('[data-rewound-lines]');
    if (lines && !lines.contains(document.activeElement)) lines.scrollTop = lines.scrollHeight;
  }

  root.addEventListener('click', event => {
    const link = event.target.closest('[data-step], [data-event]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const at = link.dataset.step ? wanted + Number(link.dataset.step) : Number(around()[link.dataset.event]);
    go(at);
    said.textContent = slider.getAttribute('aria-valuetext');
  });
  slider.addEventListener('input', () => go(Number(slider.value)));
  new MutationObserver(takeOver).observe(document.querySelector('[data-moment]').closest('[data-island]'), { childList: true });
  new MutationObserver(goNewest).observe(document.querySelector('[data-island="lines"]'), { childList: true });
  goNewest();
}
