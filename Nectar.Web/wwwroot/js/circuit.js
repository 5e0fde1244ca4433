// Starts the page's circuit, which comes back by itself: from a break at once, and from a server that was started anew, and
// knows nothing of it, by loading the page again. What was typed and what was sent is kept in the browser.
const waits = [250, 500, 1000];
const modal = document.getElementById('components-reconnect-modal');
modal.addEventListener('components-reconnect-state-changed', change => { if (change.detail.state === 'rejected') location.reload(); });
Blazor.start({ circuit: { reconnectionOptions: { maxRetries: 1e9, retryIntervalMilliseconds: failures => waits[Math.min(failures, waits.length - 1)] } } });
