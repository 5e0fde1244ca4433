// Follows the hub's log from the last line in the document on, over any number of broken connections.
import { waitingLines } from './waiting-lines.js';

const waits = [250, 500, 1000, 2000, 5000, 10000];
const kept = 2000;

// What is copied of a row.
const parts = 'time, .log-keeper, .log-word, .log-text';

export function rowOf(line) {
  const row = document.createElement('div');
  row.className = `log-line log-line-new tone-${line.tone ?? 'quiet'}${line.isLook ? ' look' : ''}`;
  row.dataset.id = line.id;
  const time = document.createElement('time');
  time.dateTime = new Date(line.at).toISOString();
  time.textContent = time.dateTime.slice(11, 19);
  const parts = [['log-keeper', line.keeper], ['log-word', `${line.glyph} ${line.word}`], ['log-text', line.text]].map(([name, text]) => {
    const part = document.createElement('span');
    part.className = name;
    part.textContent = text;
    return part;
  });
  row.append(time, ...parts);
  return row;
}

// `last` gives the id to go on from, `take` gets what came after it, `say` hears how the connection is. `run` names a run of the
// sandbox, which ends; the live log does not.
export async function followFeed(last, take, say, run) {
  const of = run ? [run] : [];
  let failures = 0;
  let isOver = false;

  async function connect() {
    const connection = new signalR.HubConnectionBuilder()
      .withUrl(run ? '/hubs/sandbox' : '/hubs/log', { skipNegotiation: true, transport: signalR.HttpTransportType.WebSockets })
      .configureLogging(signalR.LogLevel.None)
      .build();
    await connection.start();
    // Ids that end before ours are another journal's, as after the embedded network was started anew.
    if (await connection.invoke('Newest', ...of) < last()) location.reload();
    failures = 0;
    say('live', '● FOLLOWING');
    await new Promise(resolve => {
      connection.onclose(resolve);
      connection.stream('Lines', ...of, last()).subscribe({ next: take, complete: () => { isOver = !!run; resolve(); }, error: resolve });
    });
    await connection.stop();
  }

  for (;;) {
    await connect().catch(() => {});
    if (isOver) return say('loading', '■ ENDED');
    say('stale', '◐ RECONNECTING');
    await new Promise(resolve => setTimeout(resolve, waits[Math.min(failures++, waits.length - 1)]));
  }
}

// Copies rows and says so: on the button for a moment, and to those who do not see it.
export async function copyRows(button, status, rows) {
  const text = rows.map(row => [...row.querySelectorAll(parts)].map(part => part.textContent.trim()).join('  ')).join('\n');
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
    status.textContent = rows.length === 1 ? '1 line copied' : `${rows.length} lines copied`;
  } catch {
    button.textContent = 'Not copied';
    status.textContent = 'The browser lets this page copy nothing: select the lines instead.';
  }
  setTimeout(() => { button.textContent = 'Copy'; }, 1500);
}

// Says on a badge how the connection is.
export const sayOn = badge => (kind, text) => {
  badge.className = `badge badge-${kind}`;
  badge.textContent = text;
};

export function followLog(root) {
  const find = name => root.querySelector(`[data-log-${name}]`);
  const [list, filterField] = ['lines', 'filter'].map(find);
  const matches = row => row.textContent.toLowerCase().includes(filterField.value.trim().toLowerCase());
  const goNewest = () => { list.scrollTop = list.scrollHeight; };

  function shownRowOf(line) {
    const row = rowOf(line);
    row.hidden = !matches(row);
    return row;
  }

  const lines = waitingLines({
    list, pauseButton: find('pause'), newButton: find('new'), kept, goNewest,
    isAtNewest: () => list.scrollHeight - list.scrollTop - list.clientHeight < 40,
    counts: line => !line.isLook || list.classList.contains('log-all-lines'),
    put(fresh) {
      list.append(...fresh.map(shownRowOf));
      while (list.childElementCount > kept) list.firstElementChild.remove();
      root.querySelector('[data-log-empty]')?.remove();
    },
  });

  find('tools').hidden = false;
  goNewest();
  filterField.addEventListener('input', () => { for (const row of list.children) row.hidden = !matches(row); });
  find('all').addEventListener('change', event => {
    list.classList.toggle('log-all-lines', event.target.checked);
    goNewest();
  });
  find('copy').addEventListener('click', event =>
    copyRows(event.target, find('said'), [...list.children].filter(row => row.offsetParent !== null)));
  followFeed(lines.last, lines.take, sayOn(find('state')), root.dataset.logRun);
}
