// The console's log: every line in memory, shown by filter, order and grouping.
import { copyRows, followFeed, rowOf, sayOn } from './log.js';
import { logKeys } from './console-keys.js';
import { wrapSwitch } from './console-wrap.js';
import { waitingLines } from './waiting-lines.js';

const kept = 5000;
const important = { bad: true, warning: true };

export function consoleLog(root) {
  const find = name => root.querySelector(`[data-log-${name}]`);
  const list = find('lines');
  const [filterField, levelField, keeperField, groupBox, newestBox, announceBox] = ['filter', 'level', 'keeper', 'group', 'newest', 'announce'].map(find);
  const isFollowing = !list.dataset.marked;
  const lines = [...list.children].map(read);
  let saidAt = 0;

  // What the server put into the document, as the hub would have sent it.
  function read(row) {
    const text = name => row.querySelector(`.log-${name}`).textContent.trim();
    const [glyph, ...word] = text('word').split(' ');
    return {
      id: Number(row.dataset.id), at: row.querySelector('time').dateTime, keeper: text('keeper'), glyph, word: word.join(' ').trim(), text: text('text'),
      tone: row.className.match(/tone-(\w+)/)[1], isLook: row.classList.contains('look'), caseId: row.dataset.case || null,
    };
  }

  const isLevel = {
    all: () => true, events: line => !line.isLook, warnings: line => !!important[line.tone], errors: line => line.tone === 'bad',
  };
  let hasText = () => true;
  function matches(line) {
    return isLevel[levelField.value](line) && (!keeperField.value || line.keeper === keeperField.value) && hasText(`${line.keeper} ${line.word} ${line.text}`);
  }

  // Words, or a regular expression between slashes; while that is none yet, the last filter stays.
  function readText() {
    const text = filterField.value.trim();
    let problem = '';
    try {
      const pattern = /^\/.+\/$/.test(text) ? new RegExp(text.slice(1, -1), 'i') : null;
      hasText = pattern ? words => pattern.test(words) : words => words.toLowerCase().includes(text.toLowerCase());
    } catch (fault) {
      problem = fault.message;
    }
    filterField.setAttribute('aria-invalid', problem !== '');
    find('problem').textContent = problem;
  }

  // Repeats are lines of one keeper that differ in nothing but figures and that nothing else of it came between.
  const likeness = line => `${line.word} ${line.text.replace(/[0-9a-f]{4}…[0-9a-f]{4}|[\d.,]+/g, '#')}`;

  function consoleRowOf(line) {
    const row = rowOf(line);
    if (line.caseId) row.dataset.case = line.caseId;
    if (String(line.id) === list.dataset.marked) {
      row.classList.add('log-marked');
      row.setAttribute('aria-current', 'true');
    }
    const link = document.createElement('a');
    Object.assign(link, { className: 'log-link', href: `/console?line=${line.id}`, title: `Link to line ${line.id}` });
    link.append(row.firstElementChild);
    row.prepend(link);
    if (line.caseId) {
      const trace = document.createElement('a');
      Object.assign(trace, { className: 'log-case', href: `/console?case=${line.caseId}#trace`, title: `Trace case ${line.caseId}`, textContent: 'case' });
      row.append(trace);
    }
    return row;
  }

  const groups = new Map();

  // Adds a line at the newest end; a repeat takes the place of the one before it.
  function add(line) {
    if (!matches(line)) return;
    const row = consoleRowOf(line);
    const like = likeness(line);
    const before = groups.get(line.keeper);
    let count = 1;
    if (groupBox.checked && before && before.like === like && before.row.isConnected) {
      count = before.count + 1;
      before.row.remove();
      const times = document.createElement('b');
      times.className = 'log-times';
      times.textContent = `×${count}`;
      times.title = `${count} lines that differ in figures alone; the newest is shown`;
      row.querySelector('.log-text').prepend(times, ' ');
    }
    groups.set(line.keeper, { like, row, count });
    if (newestBox.checked) list.prepend(row);
    else list.append(row);
  }

  function showAll() {
    groups.clear();
    list.replaceChildren();
    for (const line of lines) add(line);
    root.querySelector('[data-log-empty]')?.remove();
    if (isFollowing) goNewest();
    else list.querySelector('.log-marked')?.scrollIntoView({ block: 'center' });
  }

  const goNewest = () => { list.scrollTop = newestBox.checked ? 0 : list.scrollHeight; };
  const goOldest = () => { list.scrollTop = newestBox.checked ? list.scrollHeight : 0; };
  const isAtNewest = () => (newestBox.checked ? list.scrollTop < 40 : list.scrollHeight - list.scrollTop - list.clientHeight < 40);

  function announce(line) {
    if (!announceBox.checked || !important[line.tone] || Date.now() - saidAt < 5000) return;
    saidAt = Date.now();
    find('said').textContent = `${line.keeper}: ${line.word} ${line.text}`;
  }

  const waiting = waitingLines({
    list, pauseButton: find('pause'), newButton: find('new'), kept, isAtNewest, goNewest, counts: matches,
    put(fresh) {
      for (const line of fresh) add(line);
      lines.push(...fresh);
      lines.splice(0, lines.length - kept);
      while (list.childElementCount > kept) (newestBox.checked ? list.lastElementChild : list.firstElementChild).remove();
      root.querySelector('[data-log-empty]')?.remove();
    },
  });

  const turnWrap = wrapSwitch({ list, box: find('wrap'), isAtNewest, goNewest });
  const copy = () => copyRows(find('copy'), find('said'), [...list.children]);

  function setFilter() {
    const query = new URLSearchParams({ text: filterField.value.trim(), level: levelField.value, keeper: keeperField.value });
    for (const link of root.querySelectorAll('[data-log-download]')) link.search = query;
    readText();
    showAll();
  }

  find('tools').hidden = false;
  for (const field of [filterField, levelField, keeperField]) field.addEventListener('input', setFilter);
  for (const box of [groupBox, newestBox]) box.addEventListener('change', showAll);
  find('copy').addEventListener('click', copy);
  // Of this view alone: the journal keeps them.
  find('clear').addEventListener('click', () => { lines.length = 0; showAll(); });
  const openHelp = () => find('help').showModal();
  find('help-button').addEventListener('click', openHelp);
  logKeys(find('keys'), {
    '/': () => filterField.focus(),
    ' ': () => isFollowing && waiting.toggle(),
    g: goOldest,
    G: goNewest,
    e: () => { levelField.value = levelField.value === 'errors' ? 'events' : 'errors'; setFilter(); },
    w: turnWrap,
    c: copy,
    '?': openHelp,
  });
  setFilter();
  if (isFollowing) followFeed(waiting.last, batch => waiting.take(batch).forEach(announce), sayOn(find('state')));
}
