// Signs in with an account: asks the wallet for it, gets a challenge, lets the wallet sign it, and sends the form.
const ways = {
  freighter: {
    account: async ask => (await ask('requestAccess')).address,
    sign: async (ask, challenge, passphrase) => {
      const { signedMessage } = await ask('signMessage', challenge.text, { address: challenge.account, networkPassphrase: passphrase });
      // Older Freighters give bytes, newer ones base64.
      return typeof signedMessage === 'string' ? signedMessage : btoa(String.fromCharCode(...(signedMessage?.data ?? signedMessage)));
    },
  },
  practice: {
    account: async ask => (await ask('requestAccess')).publicKey,
    sign: async (ask, challenge) => (await ask('sign', challenge.digest)).signature,
  },
};

async function asker(kind) {
  const wallet = await import(`/js/wallet/${kind}.js`);
  return (question, ...values) => new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the wallet does not answer')), question === 'signMessage' ? 180000 : 30000);
    const host = {
      invokeMethodAsync: async (_, id, value) => {
        clearTimeout(timer);
        if (value?.error) reject(new Error(value.error.message ?? value.error));
        else resolve(value);
      },
    };
    wallet.ask(host, 1, question, values);
  });
}

async function signIn(button, form) {
  const kind = button.dataset.signIn;
  const way = ways[kind];
  const ask = await asker(kind);
  const account = await way.account(ask);
  if (!account) throw new Error('the wallet gives no account: is it installed and unlocked?');
  const body = new FormData(form);
  body.set('account', account);
  const answer = await fetch('/console/challenge', { method: 'POST', body });
  const challenge = answer.headers.get('content-type')?.includes('json') ? await answer.json() : { error: await answer.text() };
  if (!answer.ok) throw new Error(challenge.error || `the server answers ${answer.status}`);
  form.elements.signature.value = await way.sign(ask, challenge, form.dataset.passphrase);
  form.elements.account.value = challenge.account;
  form.elements.nonce.value = challenge.nonce;
  form.submit();
}

for (const form of document.querySelectorAll('[data-account-sign-in]')) {
  form.hidden = false;
  const status = form.querySelector('[role=status]');
  for (const button of form.querySelectorAll('[data-sign-in]')) {
    button.addEventListener('click', () => {
      status.textContent = 'Asking the wallet…';
      signIn(button, form).catch(fault => { status.textContent = `Not signed in: ${fault.message}`; });
    });
  }
}
