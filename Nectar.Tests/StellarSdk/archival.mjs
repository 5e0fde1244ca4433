import { S, server, fundedKey, build, send, call, deploy, localnet, expect, story } from './network.mjs';

const other = (symbol) => S.xdr.ScVal.scvVec([S.xdr.ScVal.scvSymbol('Other'), S.xdr.ScVal.scvSymbol(symbol)]);
let owner, oracle, instance;
const entry = async () => (await server.getLedgerEntries(instance)).entries[0];

await story({
  'a contract lives for a while': async () => {
    owner = await fundedKey('owner');
    oracle = await deploy(owner, 'lab_oracle', [S.nativeToScVal(owner.publicKey(), { type: 'address' }), other('USD'), S.nativeToScVal(7, { type: 'u32' }), S.nativeToScVal(300, { type: 'u32' })]);
    instance = new S.Contract(oracle).getFootprint();
    const { liveUntilLedgerSeq } = await entry();
    const { sequence } = await server.getLatestLedger();
    expect(liveUntilLedgerSeq > sequence, true);
  },
  'an entry is extended': async () => {
    const { sequence } = await server.getLatestLedger();
    const extended = await server.prepareTransaction(await footprint([instance], [], S.Operation.extendFootprintTtl({ extendTo: 130_000 })));
    extended.sign(owner);
    expect((await send(extended)).status, 'SUCCESS');
    expect((await entry()).liveUntilLedgerSeq >= sequence + 130_000, true);
  },
  'ledgers pass until it is archived': async () => {
    const { liveUntilLedgerSeq } = await entry();
    const { sequence } = await server.getLatestLedger();
    await localnet('localnet_closeLedgers', { count: liveUntilLedgerSeq - sequence + 1 });
    expect((await entry()).liveUntilLedgerSeq, 0);
  },
  'a restore brings it back': async () => {
    const restore = await server.prepareTransaction(await footprint([], [instance], S.Operation.restoreFootprint({})));
    restore.sign(owner);
    expect((await send(restore)).status, 'SUCCESS');
    const { sequence } = await server.getLatestLedger();
    expect((await entry()).liveUntilLedgerSeq > sequence, true);
  },
  'a call restores what else it needs by itself': async () => {
    const set = await call(owner, new S.Contract(oracle).call('set_price', other('XLM'), S.nativeToScVal(5n, { type: 'i128' })));
    expect(set.status, 'SUCCESS');
  },
});

async function footprint(readOnly, readWrite, operation) {
  const account = await server.getAccount(owner.publicKey());
  return new S.TransactionBuilder(account, { fee: '1000', networkPassphrase: process.env.LOCALNET_PASSPHRASE ?? S.Networks.STANDALONE })
    .addOperation(operation).setTimeout(300)
    .setSorobanData(new S.SorobanDataBuilder().setReadOnly(readOnly).setReadWrite(readWrite).build())
    .build();
}
