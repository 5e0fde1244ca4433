// What a wallet asks of Horizon to show balances and send classic transactions.
import { S, url, key, fundedKey, native, passphrase, submit, expect, expectRejection, story } from './network.mjs';

const horizon = new S.Horizon.Server(url, { allowHttp: true });
let alice, bob, usdc;

const build = async (source, operation) => {
  const transaction = new S.TransactionBuilder(await horizon.loadAccount(source.publicKey()), { fee: '100', networkPassphrase: passphrase }).addOperation(operation).setTimeout(300).build();
  transaction.sign(source);
  return transaction;
};

await story({
  'an account shows its balances, signers and sequence number': async () => {
    alice = await fundedKey('alice');
    bob = await fundedKey('bob');
    usdc = new S.Asset('USDC', alice.publicKey());
    expect((await submit(bob, S.Operation.changeTrust({ asset: usdc, limit: '1000' }))).status, 'SUCCESS');
    expect((await submit(alice, S.Operation.payment({ destination: bob.publicKey(), asset: usdc, amount: '5' }))).status, 'SUCCESS');
    const account = await horizon.loadAccount(bob.publicKey());
    expect(account.balances.map((b) => [b.asset_type, b.asset_code, b.balance, b.is_authorized]), [['credit_alphanum4', 'USDC', '5.0000000', true], ['native', undefined, '9999.9999900', undefined]]);
    expect(account.signers, [{ weight: 1, key: bob.publicKey(), type: 'ed25519_public_key' }]);
    expect(account.subentry_count, 1);
  },
  'nobody is not found': async () => {
    await expectRejection(horizon.loadAccount(key('nobody').publicKey()), /not found/i);
  },
  'a payment is submitted and found by its hash': async () => {
    const paid = await horizon.submitTransaction(await build(alice, S.Operation.payment({ destination: bob.publicKey(), asset: native, amount: '1' })));
    expect(paid.successful, true);
    const found = await horizon.transactions().transaction(paid.hash).call();
    expect([found.hash, found.source_account, found.fee_charged, found.operation_count], [paid.hash, alice.publicKey(), '100', 1]);
  },
  'a payment that fails tells its codes': async () => {
    const failing = await build(alice, S.Operation.payment({ destination: bob.publicKey(), asset: native, amount: '900000' }));
    const error = await horizon.submitTransaction(failing).catch((e) => e);
    expect(error.response.data.extras.result_codes, { transaction: 'tx_failed', operations: ['op_underfunded'] });
  },
  'the network, its ledgers and its fees are told': async () => {
    expect((await horizon.root()).network_passphrase, passphrase);
    const { records } = await horizon.ledgers().order('desc').limit(1).call();
    expect(records.length, 1);
    expect((await horizon.feeStats()).fee_charged.max, '100');
  },
});
