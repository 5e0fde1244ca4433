// Renews the changing parts of a page: the server renders them, this puts them in place.
const pause = 2000;
let address = '';
let renewNow = () => {};

// Another part of the page chose somebody or something else to look at.
export function renewFor(next) {
  address = next;
  return renewNow();
}

export function renewIslands(first) {
  let failedSince = 0;
  address ||= first;

  async function renew() {
    const asked = address;
    const answer = await fetch(asked, { headers: { accept: 'text/html' } });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // Meanwhile somebody may have chosen something else: that is on its way, too.
    if (asked !== address) return;
    tellLocalTimes(fresh);
    for (const island of document.querySelectorAll('[data-island]')) {
      const next = fresh.querySelector(`[data-island="${island.dataset.island}"]`);
      // What somebody is reading with the keyboard, has selected or has unfolded stays until they leave it.
      if (!next || next.innerHTML === island.innerHTML || island.contains(document.activeElement) || isSelected(island) || island.querySelector('details[open]')) continue;
      island.replaceChildren(...next.childNodes);
    }
  }

  function tellConnection() {
    const place = document.querySelector('[data-connection]');
    if (!place) return;
    place.hidden = failedSince === 0;
    place.className = 'badge badge-stale';
    place.textContent = failedSince === 0 ? '' : `◐ NO CONNECTION for ${Math.round((Date.now() - failedSince) / 1000)} s: figures are as old`;
  }

  async function turn() {
    // What is over does not change any more.
    if (document.querySelector('[data-over]')) return;
    if (!document.hidden) {
      try {
        await renew();
        failedSince = 0;
      } catch {
        failedSince ||= Date.now();
      }
      tellConnection();
    }
    setTimeout(turn, pause);
  }

  tellLocalTimes(document);
  const filter = document.querySelector('[data-renew-filter]');
  filter?.addEventListener('change', () => {
    const query = `?${new URLSearchParams(new FormData(filter))}`;
    history.replaceState(null, '', `${query}#positions`);
    renewFor(filter.dataset.renewFilter + query);
  });
  renewNow = () => renew().catch(() => {});
  setTimeout(turn, pause);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) renewNow(); });
}

// Beside each time in UTC that asks for it, the same in the visitor's own.
function tellLocalTimes(page) {
  for (const time of page.querySelectorAll('time[data-local]')) {
    const local = new Date(time.dateTime).toLocaleString([], { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' });
    time.after(` (${local} where you are)`);
  }
}

function isSelected(island) {
  const selection = getSelection();
  return selection && !selection.isCollapsed && selection.containsNode(island, true);
}
