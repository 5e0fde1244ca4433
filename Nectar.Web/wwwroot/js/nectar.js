// Each page gets the scripts of what is on it, and no other.
const log = document.querySelector('[data-log]');
if (log) import('./log.js').then(({ followLog }) => followLog(log));
const renewed = document.querySelector('[data-renew]');
if (renewed) import('./islands.js').then(({ renewIslands }) => renewIslands(renewed.dataset.renew));
