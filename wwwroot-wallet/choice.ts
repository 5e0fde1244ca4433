import type { ISupportedWallet } from '@creit.tech/stellar-wallets-kit/types';

// A wallet that is here is a button, one that is not a way to it.
function entryOf(wallet: ISupportedWallet): HTMLLIElement {
  const entry = document.createElement('li');
  const part = document.createElement(wallet.isAvailable ? 'button' : 'a');
  part.className = 'button';
  if (part instanceof HTMLAnchorElement) Object.assign(part, { href: wallet.url, target: '_blank', rel: 'noreferrer' });
  else Object.assign(part, { type: 'button', value: wallet.id });
  part.textContent = wallet.isAvailable ? wallet.name : `Install ${wallet.name}`;
  entry.append(part);
  return entry;
}

/** A window to choose a wallet in, by mouse or keys: the kit's own has no keys and no names for its buttons. Gives the wallet's id, null to whoever closes it. */
export function choose(found: Promise<ISupportedWallet[]>): Promise<string | null> {
  const dialog = document.createElement('dialog');
  dialog.className = 'wallets';
  dialog.setAttribute('aria-labelledby', 'wallets-title');
  dialog.innerHTML = '<h2 id="wallets-title">More wallets</h2><p class="note" role="status">Looking which of them are here…</p><ul></ul><form method="dialog"><button class="button">Close</button></form>';
  const list = dialog.querySelector('ul')!;
  found.then(wallets => {
    dialog.querySelector('p')!.textContent = `${wallets.filter(wallet => wallet.isAvailable).length} of ${wallets.length} are in this browser.`;
    list.append(...wallets.map(entryOf));
  }).catch(() => dialog.close());
  list.addEventListener('click', event => { if (event.target instanceof HTMLButtonElement) dialog.close(event.target.value); });
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => {
    dialog.remove();
    resolve(dialog.returnValue || null);
  }));
}
