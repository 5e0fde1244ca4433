// Follows the hub's log from the last line in the document on, over any number of broken connections.
const waits = [250, 500, 1000, 2000, 5000, 10000];
const kept = 2000;

export function rowOf(line) {
  const row = document.createElement('div');
  row.className = `log-line log-line-new tone-${line.tone}${line.isLook ? ' look' : ''}`;
  row.dataset.id = line.id;
  const time = document.createElement('time');
  time.dateTime = line.at;
  time.textContent = new Date(line.at).toISOString().slice(11, 19);
  const parts = [['log-keeper', line.keeper], ['log-word', `${line.glyph} ${line.word}`], ['log-text', line.text]].map(([name, text]) => {
    const part = document.createElement('span');
    part.className = name;
    part.textContent = text;
    return part;
  });
  row.append(time, ...parts);
  return row;
}

// Never ends: `last` gives the id to go on from, `take` gets what came after it, `say` hears how the connection is.
export async function followFeed(last, take, say) {
  let failures = 0;

  async function connect() {
    const connection = new signalR.HubConnectionBuilder()
      .withUrl('/hubs/log', { skipNegotiation: true, transport: signalR.HttpTransportType.WebSockets })
      .configureLogging(signalR.LogLevel.None)
      .build();
    await connection.start();
    // Ids that end before ours are another journal's, as after the embedded network was started anew.
    if (await connection.invoke('Newest') < last()) location.reload();
    failures = 0;
    say('live', '● FOLLOWING');
    await new Promise(resolve => {
      connection.onclose(resolve);
      connection.stream('Lines', last()).subscribe({ next: take, complete: resolve, error: resolve });
    });
    await connection.stop();
  }

  for (;;) {
    await connect().catch(() => {});
    say('stale', '◐ RECONNECTING');
    await new Promise(resolve => setTimeout(resolve, waits[Math.min(failures++, waits.length - 1)]));
  }
}

// Copies, and says so on the button for a moment.
export async function copyText(button, text) {
  await navigator.clipboard.writeText(text);
  button.textContent = 'Copied';
  setTimeout(() => { button.textContent = 'Copy'; }, 1500);
}

// Says on a badge how the connection is.
export const sayOn = badge => (kind, text) => {
  badge.className = `badge badge-${kind}`;
  badge.textContent = text;
};

export function followLog(root) {
  const find = name => root.querySelector(`[data-log-${name}]`);
  const [state, list, pauseButton, filterField, newButton] = ['state', 'lines', 'pause', 'filter', 'new'].map(find);
  let last = Number(list.dataset.last);
  let waiting = [];
  let isPaused = false;

  find('tools').hidden = false;
  list.scrollTop = list.scrollHeight;

  const isAtEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  const matches = row => row.textContent.toLowerCase().includes(filterField.value.trim().toLowerCase());

  function shownRowOf(line) {
    const row = rowOf(line);
    row.hidden = !matches(row);
    return row;
  }

  // Whoever pauses or reads further up keeps what they see; new lines wait and are counted.
  function show() {
    if (isPaused || (list.childElementCount > 0 && !isAtEnd())) {
      const count = list.classList.contains('log-all-lines') ? waiting.length : waiting.filter(line => !line.isLook).length;
      newButton.textContent = `${count} new ${count === 1 ? 'line' : 'lines'} ↓`;
      newButton.hidden = count === 0;
      return;
    }
    list.append(...waiting.splice(0).map(shownRowOf));
    while (list.childElementCount > kept) list.firstElementChild.remove();
    root.querySelector('[data-log-empty]')?.remove();
    newButton.hidden = true;
    list.scrollTop = list.scrollHeight;
  }

  function take(lines) {
    for (const line of lines) {
      if (line.id <= last) continue;
      last = line.id;
      waiting.push(line);
    }
    list.dataset.last = last;
    // The rows of a tab left paused for days must end somewhere: the oldest go, as they would have from the list.
    if (waiting.length > kept) waiting = waiting.slice(-kept);
    show();
  }

  function setPaused(paused) {
    isPaused = paused;
    pauseButton.setAttribute('aria-pressed', paused);
    pauseButton.textContent = paused ? 'Resume' : 'Pause';
    show();
  }

  pauseButton.addEventListener('click', () => setPaused(!isPaused));
  newButton.addEventListener('click', () => { list.scrollTop = list.scrollHeight; setPaused(false); });
  list.addEventListener('scroll', () => { if (!isPaused && isAtEnd() && waiting.length) show(); });
  filterField.addEventListener('input', () => { for (const row of list.children) row.hidden = !matches(row); });
  find('all').addEventListener('change', event => {
    list.classList.toggle('log-all-lines', event.target.checked);
    list.scrollTop = list.scrollHeight;
  });
  find('copy').addEventListener('click', async event => {
    const text = [...list.children].filter(row => row.offsetParent !== null)
      .map(row => [...row.children].map(part => part.textContent.trim()).join('  ')).join('\n');
    await copyText(event.target, text);
  });
  followFeed(() => last, take, sayOn(state));
}
