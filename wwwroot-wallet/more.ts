import { StellarWalletsKit } from '@creit.tech/stellar-wallets-kit/sdk';
import { SwkAppDarkTheme, type ModuleInterface, type Networks } from '@creit.tech/stellar-wallets-kit/types';
import { AlbedoModule } from '@creit.tech/stellar-wallets-kit/modules/albedo';
import { HanaModule } from '@creit.tech/stellar-wallets-kit/modules/hana';
import { KleverModule } from '@creit.tech/stellar-wallets-kit/modules/klever';
import { OneKeyModule } from '@creit.tech/stellar-wallets-kit/modules/onekey';
import { RabetModule } from '@creit.tech/stellar-wallets-kit/modules/rabet';
import { answer, type Host } from './host';

// The kit's own icons lie on other servers, which our pages never ask: a letter does.
const icon = (name: string): string => 'data:image/svg+xml,' + encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" fill="#212733"/><text x="12" y="17" font-size="14" text-anchor="middle" fill="#f2f5fa" font-family="monospace">${name[0]}</text></svg>`);
// Only those whose libraries may be bundled under our licence.
const modules: ModuleInterface[] = [new AlbedoModule(), new HanaModule(), new KleverModule(), new OneKeyModule(), new RabetModule()];
for (const module of modules) module.productIcon = icon(module.productName);

let started = false;
function kit(passphrase: string): typeof StellarWalletsKit {
  if (!started) StellarWalletsKit.init({ modules, network: passphrase as Networks, theme: SwkAppDarkTheme });
  started = true;
  return StellarWalletsKit;
}

const calls: Record<string, (passphrase: string, ...values: never[]) => Promise<unknown>> = {
  isConnected: async () => ({ isConnected: true }),
  isAllowed: async () => ({ isAllowed: false }),
  // Who closes the window has declined.
  requestAccess: passphrase => kit(passphrase).authModal().catch(fault => { throw /closed/.test(fault.message) ? { ...fault, code: -4 } : fault; }),
  // Several of them cannot tell; whether they signed for this network shows in the signature.
  getNetworkDetails: passphrase => kit(passphrase).getNetwork().catch(() => ({ networkPassphrase: passphrase })),
  signTransaction: (passphrase, xdr, options) => kit(passphrase).signTransaction(xdr, options),
};

/** Asks the wallet that the visitor chose in the kit's window; the first value is always the network's passphrase. */
export function ask(host: Host, id: number, question: string, values: [string, ...never[]]): void {
  answer(host, id, Promise.resolve().then(() => calls[question](...values)).catch((fault: { code?: number; message?: string }) =>
    ({ error: { code: fault.code ?? -1, message: fault.message ?? String(fault) } })));
}
