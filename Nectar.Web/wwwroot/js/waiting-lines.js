// Lines of a log that come while somebody has paused it or reads away from its newest end: they wait, counted, and none is lost.
// `put` shows lines, `counts` says which of them are worth counting, `isAtNewest` and `goNewest` know where the newest end is.
export function waitingLines({ list, pauseButton, newButton, kept, put, counts, isAtNewest, goNewest }) {
  let last = Number(list.dataset.last);
  let waiting = [];
  let isPaused = false;

  function show() {
    if (isPaused || (list.childElementCount > 0 && !isAtNewest())) {
      const count = waiting.filter(counts).length;
      newButton.textContent = count === 1 ? '1 new line waits' : `${count} new lines wait`;
      newButton.hidden = count === 0;
      return;
    }
    put(waiting.splice(0));
    newButton.hidden = true;
    goNewest();
  }

  function setPaused(paused) {
    isPaused = paused;
    pauseButton.setAttribute('aria-pressed', paused);
    pauseButton.textContent = paused ? 'Resume' : 'Pause';
    if (!paused) goNewest();
    show();
  }

  // Gives those that are new; a line that came before a break may come again after it.
  function take(lines) {
    const fresh = lines.filter(line => line.id > last);
    if (fresh.length > 0) last = fresh.at(-1).id;
    list.dataset.last = last;
    waiting.push(...fresh);
    // A tab left paused for days must end somewhere: the oldest that wait go; the journal keeps them.
    if (waiting.length > kept) waiting = waiting.slice(-kept);
    show();
    return fresh;
  }

  const toggle = () => setPaused(!isPaused);
  pauseButton.addEventListener('click', toggle);
  newButton.addEventListener('click', () => setPaused(false));
  list.addEventListener('scroll', () => { if (!isPaused && waiting.length && isAtNewest()) show(); });
  return { last: () => last, take, toggle };
}
