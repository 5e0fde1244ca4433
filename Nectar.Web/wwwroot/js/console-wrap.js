// Whether the log's lines are broken to its width, or stand on one row each, to be scrolled sideways; the browser remembers which.
const memory = 'nectar-console-wrap';

// `isAtNewest` and `goNewest` know where the newest end is: whoever follows it still does once rows are as tall as they now are. Gives what turns it.
export function wrapSwitch({ list, box, isAtNewest, goNewest }) {
  function apply() {
    const follows = isAtNewest();
    list.classList.toggle('log-unwrapped', !box.checked);
    if (follows) goNewest();
  }

  box.checked = localStorage.getItem(memory) !== 'off';
  apply();
  box.addEventListener('change', () => {
    localStorage.setItem(memory, box.checked ? 'on' : 'off');
    apply();
  });
  return () => box.click();
}
