import { followLog } from './log.js';
import { renewIslands } from './islands.js';

const log = document.querySelector('[data-log]');
if (log) followLog(log);
if (document.querySelector('[data-island]')) renewIslands('/live/home');
