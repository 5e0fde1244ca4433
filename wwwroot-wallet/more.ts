import { StellarWalletsKit } from '@creit.tech/stellar-wallets-kit/sdk';
import type { ModuleInterface, Networks } from '@creit.tech/stellar-wallets-kit/types';
import { AlbedoModule } from '@creit.tech/stellar-wallets-kit/modules/albedo';
import { HanaModule } from '@creit.tech/stellar-wallets-kit/modules/hana';
import { KleverModule } from '@creit.tech/stellar-wallets-kit/modules/klever';
import { OneKeyModule } from '@creit.tech/stellar-wallets-kit/modules/onekey';
import { RabetModule } from '@creit.tech/stellar-wallets-kit/modules/rabet';
import { choose } from './choice';
import { answer, type Host } from './host';

// Only those whose libraries may be bundled under our licence.
const modules: ModuleInterface[] = [new AlbedoModule(), new HanaModule(), new KleverModule(), new OneKeyModule(), new RabetModule()];

let started = false;
function kit(passphrase: string): typeof StellarWalletsKit {
  if (!started) StellarWalletsKit.init({ modules, network: passphrase as Networks });
  started = true;
  return StellarWalletsKit;
}

const calls: Record<string, (passphrase: string, ...values: never[]) => Promise<unknown>> = {
  isConnected: async () => ({ isConnected: true }),
  isAllowed: async () => ({ isAllowed: false }),
  requestAccess: async passphrase => {
    const id = await choose(kit(passphrase).refreshSupportedWallets());
    if (!id) throw { code: -4, message: 'The window was closed.' };
    kit(passphrase).setWallet(id);
    return kit(passphrase).fetchAddress();
  },
  // Several of them cannot tell; whether they signed for this network shows in the signature.
  getNetworkDetails: passphrase => kit(passphrase).getNetwork().catch(() => ({ networkPassphrase: passphrase })),
  signTransaction: (passphrase, xdr, options) => kit(passphrase).signTransaction(xdr, options),
};

/** Asks the wallet that the visitor chose in the window; the first value is always the network's passphrase. */
export function ask(host: Host, id: number, question: string, values: [string, ...never[]]): void {
  answer(host, id, Promise.resolve().then(() => calls[question](...values)).catch((fault: { code?: number; message?: string }) =>
    ({ error: { code: fault.code ?? -1, message: fault.message ?? String(fault) } })));
}
