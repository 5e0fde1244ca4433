document.documentElement.classList.add('scripted');
// What a button names, or what stands in the same box, is copied; where the browser keeps its clipboard to itself the box is selected.
document.addEventListener('click', async ({ target }) => {
  const button = target.closest?.('[data-copy]');
  if (!button) return;
  const said = button.firstElementChild ?? button;
  const text = button.closest('details')?.querySelector('pre');
  try {
    await navigator.clipboard.writeText(button.dataset.copy || text.textContent);
    said.textContent = 'Copied';
  } catch {
    if (text) getSelection().selectAllChildren(text);
    said.textContent = text ? 'Selected' : 'Not copied';
  }
});
// Each page gets the scripts of what is on it, and no other.
const log = document.querySelector('[data-log]');
if (log) import('./log.js').then(({ followLog }) => followLog(log));
const renewed = document.querySelector('[data-renew]');
if (renewed) import('./islands.js').then(({ renewIslands }) => renewIslands(renewed.dataset.renew));
