import { consoleLog } from './console-log.js';
import { renewFor } from './islands.js';

const log = document.querySelector('[data-console-log]');
if (log) consoleLog(log);

// A case is traced beside the log, which goes on: the address says which, so that it can be kept and sent.
document.addEventListener('click', event => {
  const link = event.target.closest?.('.log-case');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const id = new URL(link.href).searchParams.get('case');
  history.replaceState(null, '', `/console?case=${id}`);
  document.getElementById('case').value = id;
  renewFor(`/live/console?case=${id}`);
  document.getElementById('trace').scrollIntoView({ block: 'nearest' });
});
