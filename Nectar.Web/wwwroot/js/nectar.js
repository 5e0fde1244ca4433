import { followLog } from './log.js';
import { renewIslands } from './islands.js';

const log = document.querySelector('[data-log]');
if (log) followLog(log);
const renewed = document.querySelector('[data-renew]');
if (renewed) renewIslands(renewed.dataset.renew);
