// Keys that act on the log while nothing that takes keys itself has the focus; whoever does not want them turns them off for good.
const memory = 'nectar-console-keys';

export function logKeys(box, actions) {
  box.checked = localStorage.getItem(memory) !== 'off';
  box.addEventListener('change', () => localStorage.setItem(memory, box.checked ? 'on' : 'off'));
  document.addEventListener('keydown', event => {
    const action = actions[event.key];
    if (!box.checked || !action || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, select, textarea, button, a, summary') || document.querySelector('dialog:modal')) return;
    event.preventDefault();
    action();
  });
}
