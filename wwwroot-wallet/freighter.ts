import {
  getAddress, getNetworkDetails, isAllowed, isConnected, requestAccess, signMessage, signTransaction, WatchWalletChanges,
} from '@stellar/freighter-api';
import { answer, type Host } from './host';

const calls: Record<string, (...values: never[]) => Promise<unknown>> = {
  getAddress, getNetworkDetails, isAllowed, isConnected, requestAccess, signMessage, signTransaction,
};

/** Asks Freighter one thing; it returns at once, since a person may take minutes to answer. */
export function ask(host: Host, id: number, question: string, values: never[]): void {
  answer(host, id, Promise.resolve().then(() => calls[question](...values)));
}

/** Tells when the wallet's account or network changes. */
export function watch(host: Host): { stop(): void } {
  const watcher = new WatchWalletChanges(3000);
  watcher.watch(now => { host.invokeMethodAsync('Changed', now.address, now.networkPassphrase).catch(() => watcher.stop()); });
  return { stop: () => watcher.stop() };
}
