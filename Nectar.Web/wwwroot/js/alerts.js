// Shows alerts as notifications of the browser, and as text beside the button, while the console is open and its owner wants them.
const memory = 'nectar-browser-alerts';
const pause = 5000;
const button = document.querySelector('[data-browser-alerts]');
const told = document.querySelector('[data-browser-alerts-told]');
let since = -1;

const isWanted = () => localStorage.getItem(memory) === 'on';

function show(text) {
  told.textContent = text;
  if ('Notification' in window && Notification.permission === 'granted') new Notification('Nectar', { body: text, tag: text });
}

async function look() {
  try {
    const answer = await (await fetch(`/console/alerts.json?since=${since}`)).json();
    // Ids that end before ours are another life's of the server.
    since = answer.lastId < since ? -1 : answer.lastId;
    for (const alert of answer.alerts) show(alert.text);
  } catch {
    // The strip at the top tells of a broken connection.
  }
}

async function turn() {
  if (isWanted()) await look();
  setTimeout(turn, pause);
}

function press() {
  button.setAttribute('aria-pressed', isWanted());
  if (!isWanted()) since = -1;
}

if (button) {
  button.hidden = false;
  press();
  button.addEventListener('click', async () => {
    localStorage.setItem(memory, isWanted() ? 'off' : 'on');
    press();
    if (!isWanted()) return;
    const permission = 'Notification' in window ? await Notification.requestPermission() : 'denied';
    told.textContent = permission === 'granted' ? 'Alerts come as notifications.' : 'The browser allows no notifications: alerts come here.';
  });
  turn();
}
