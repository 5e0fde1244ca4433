document.documentElement.classList.add('scripted');
// What stands in the same box is copied; where the browser keeps its clipboard to itself it is selected instead.
document.addEventListener('click', async ({ target }) => {
  const button = target.closest?.('[data-copy]');
  if (!button) return;
  const text = button.closest('details').querySelector('pre');
  try {
    await navigator.clipboard.writeText(text.textContent);
    button.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(text);
    button.textContent = 'Selected';
  }
});
// Each page gets the scripts of what is on it, and no other.
const log = document.querySelector('[data-log]');
if (log) import('./log.js').then(({ followLog }) => followLog(log));
const renewed = document.querySelector('[data-renew]');
if (renewed) import('./islands.js').then(({ renewIslands }) => renewIslands(renewed.dataset.renew));
