import { S, server, url, key, fundedKey, submit, build, send, native, passphrase, expect, expectRejection, story } from './network.mjs';

let alice, bob;
const usdc = () => new S.Asset('USDC', alice.publicKey());
const balanceOf = async (pair) => (await server.getAccountEntry(pair.publicKey())).balance;

await story({
  'friendbot creates an account with 10,000 XLM': async () => {
    alice = key('alice');
    const funded = await server.fundAddress(alice.publicKey());
    expect(funded.status, 'SUCCESS');
    expect(await balanceOf(alice), 100_000_000_000n);
  },
  'friendbot says so where an account is funded already': async () => {
    await expectRejection(server.fundAddress(alice.publicKey()), /already funded to starting balance/);
    expect((await server.requestAirdrop(alice.publicKey())).accountId(), alice.publicKey());
  },
  'requestAirdrop reads the new sequence number out of the meta': async () => {
    const carol = key('carol');
    const account = await server.requestAirdrop(carol.publicKey());
    expect(account.sequenceNumber(), (await server.getAccount(carol.publicKey())).sequenceNumber());
  },
  'friendbot answers GET, and refuses what is no address': async () => {
    bob = key('bob');
    const answer = await fetch(`${url}/friendbot?addr=${bob.publicKey()}`);
    expect([answer.status, (await answer.json()).successful], [200, true]);
    const refused = await fetch(`${url}/friendbot?addr=nonsense`);
    expect([refused.status, (await refused.json()).status], [400, 400]);
  },
  'friendbot funds contracts': async () => {
    const contract = S.StrKey.encodeContract(key('contract').rawPublicKey());
    expect((await server.fundAddress(contract)).status, 'SUCCESS');
    const { balanceEntry } = await server.getSACBalance(contract, native, passphrase);
    expect(balanceEntry.amount, '100000000000');
  },
  'a classic payment moves XLM and costs its fee': async () => {
    const paid = await submit(alice, S.Operation.payment({ destination: bob.publicKey(), asset: native, amount: '12.5' }));
    expect(paid.status, 'SUCCESS');
    expect([await balanceOf(alice), await balanceOf(bob)], [100_000_000_000n - 125_000_000n - 100n, 100_000_000_000n + 125_000_000n]);
  },
  'a payment that is not covered is included and fails': async () => {
    const failed = await submit(alice, S.Operation.payment({ destination: bob.publicKey(), asset: native, amount: '900000' }));
    expect(failed.status, 'FAILED');
    expect(failed.resultXdr.result.type, 'txFailed');
  },
  'a payment to nobody fails with its code': async () => {
    const failed = await submit(alice, S.Operation.payment({ destination: key('nobody').publicKey(), asset: native, amount: '1' }));
    expect(failed.status, 'FAILED');
  },
  'an asset needs a trustline, then moves': async () => {
    expect((await submit(alice, S.Operation.payment({ destination: bob.publicKey(), asset: usdc(), amount: '5' }))).status, 'FAILED');
    expect((await submit(bob, S.Operation.changeTrust({ asset: usdc(), limit: '1000' }))).status, 'SUCCESS');
    expect((await submit(alice, S.Operation.payment({ destination: bob.publicKey(), asset: usdc(), amount: '5' }))).status, 'SUCCESS');
    expect((await server.getTrustline(bob.publicKey(), usdc())).balance, 50_000_000n);
  },
  'a fee bump is paid by another account and found by both hashes': async () => {
    const before = await balanceOf(bob);
    const inner = await build(alice, [S.Operation.payment({ destination: bob.publicKey(), asset: native, amount: '1' })], { fee: '100' });
    inner.sign(alice);
    const bump = S.TransactionBuilder.buildFeeBumpTransaction(bob, '400', inner, passphrase);
    bump.sign(bob);
    const included = await send(bump);
    expect([included.status, included.feeBump], ['SUCCESS', true]);
    expect(await balanceOf(bob), before + 10_000_000n - BigInt(included.resultXdr.feeCharged));
    expect((await server.getTransaction(Buffer.from(inner.hash()).toString('hex'))).status, 'SUCCESS');
  },
  'what is not signed, or has an old sequence number, is not taken': async () => {
    const unsigned = await build(alice, [S.Operation.bumpSequence({ bumpTo: '0' })]);
    expect((await server.sendTransaction(unsigned)).status, 'ERROR');
    const old = new S.TransactionBuilder(new S.Account(alice.publicKey(), '1'), { fee: '100', networkPassphrase: passphrase })
      .addOperation(S.Operation.bumpSequence({ bumpTo: '0' })).setTimeout(300).build();
    old.sign(alice);
    const refused = await server.sendTransaction(old);
    expect([refused.status, refused.errorResult.result.type], ['ERROR', 'txBadSeq']);
  },
  'an unknown transaction is not found': async () => {
    expect((await server.getTransaction('ab'.repeat(32))).status, 'NOT_FOUND');
  },
});
