import { answer, type Host } from './host';

// The private key cannot be read out, not even by this page: the browser keeps it and signs with it.
const store = (mode: IDBTransactionMode, act: (keys: IDBObjectStore) => IDBRequest): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('nectar-practice-wallet', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('keys');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const request = act(opening.result.transaction('keys', mode).objectStore('keys'));
      request.onsuccess = () => { opening.result.close(); resolve(request.result); };
      request.onerror = () => { opening.result.close(); reject(request.error); };
    };
  });

const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const kept = async (): Promise<CryptoKeyPair | undefined> => (await store('readonly', keys => keys.get('key'))) as CryptoKeyPair | undefined;
const publicKey = async (pair: CryptoKeyPair | undefined): Promise<unknown> => ({
  publicKey: pair ? base64(await crypto.subtle.exportKey('raw', pair.publicKey)) : '',
});

const calls: Record<string, (value: string) => Promise<unknown>> = {
  isConnected: async () => ({ isConnected: isSecureContext && !!crypto.subtle }),
  getAddress: async () => publicKey(await kept()),
  requestAccess: async () => {
    const pair = await kept() ?? await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']) as CryptoKeyPair;
    await store('readwrite', keys => keys.put(pair, 'key'));
    return publicKey(pair);
  },
  sign: async hash => {
    const pair = await kept();
    if (!pair) return { error: { code: -2, message: 'there is no practice account in this browser' } };
    const bytes = Uint8Array.from(atob(hash), c => c.charCodeAt(0));
    return { signature: base64(await crypto.subtle.sign('Ed25519', pair.privateKey, bytes)) };
  },
  forget: async () => { await store('readwrite', keys => keys.delete('key')); return {}; },
};

/** Asks the practice account one thing. It exists in this browser alone and is worth nothing outside the embedded network. */
export function ask(host: Host, id: number, question: string, values: string[]): void {
  answer(host, id, Promise.resolve().then(() => calls[question](values[0])));
}
