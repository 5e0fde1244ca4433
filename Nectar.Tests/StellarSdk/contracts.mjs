import { S, server, fundedKey, build, send, call, deploy, passphrase, native, expect, expectRejection, story } from './network.mjs';

const other = (symbol) => S.xdr.ScVal.scvVec([S.xdr.ScVal.scvSymbol('Other'), S.xdr.ScVal.scvSymbol(symbol)]);
const i128 = (value) => S.nativeToScVal(value, { type: 'i128' });
let owner, buyer, oracle;

await story({
  'wasm is uploaded and deployed with its constructor': async () => {
    owner = await fundedKey('owner');
    buyer = await fundedKey('buyer');
    oracle = await deploy(owner, 'lab_oracle', [S.nativeToScVal(owner.publicKey(), { type: 'address' }), other('USD'), S.nativeToScVal(7, { type: 'u32' }), S.nativeToScVal(300, { type: 'u32' })]);
    expect(S.StrKey.isValidContract(oracle), true);
  },
  'a call of the owner is included with return value and event': async () => {
    const set = await call(owner, new S.Contract(oracle).call('set_price', other('XLM'), i128(1_234_567n)));
    expect(set.status, 'SUCCESS');
    expect(S.scValToNative(set.events.contractEventsXdr[0][0].body.value.topics[0]), 'price_set');
  },
  'a read needs no transaction': async () => {
    const read = await server.simulateTransaction(await build(owner, [new S.Contract(oracle).call('lastprice', other('XLM'))]));
    expect(S.scValToNative(read.result.retval).price, 1_234_567n);
    expect((await server.queryContract(oracle, 'decimals', {}, passphrase)).result ?? 7, 7);
  },
  'a second account authorizes what the first one sends': async () => {
    // Another asset than before: a second price of one, in the next second, writes more than was simulated.
    const set = new S.Contract(oracle).call('set_price', other('ETH'), i128(42n));
    const draft = await build(buyer, [set]);
    const simulated = await server.simulateTransaction(draft);
    const { sequence } = await server.getLatestLedger();
    const auth = await Promise.all(simulated.result.auth.map((entry) => S.authorizeEntry(entry, owner, sequence + 100, passphrase)));
    expect(auth.length, 1);
    const signed = await build(buyer, [S.Operation.invokeHostFunction({ func: draft.operations[0].func, auth })]);
    const prepared = await server.prepareTransaction(signed);
    prepared.sign(buyer);
    expect((await send(prepared)).status, 'SUCCESS');
    const read = await server.simulateTransaction(await build(owner, [new S.Contract(oracle).call('lastprice', other('ETH'))]));
    expect(S.scValToNative(read.result.retval).price, 42n);
  },
  'a contract error ends the simulation with its number': async () => {
    await expectRejection(call(owner, new S.Contract(oracle).call('set_price', other('XLM'), i128(0n))), /Error\(Contract, #600\)/);
  },
  'a call that fails in its ledger says so': async () => {
    const operation = new S.Contract(oracle).call('set_price', other('XLM'), i128(7n));
    const good = await server.prepareTransaction(await build(owner, [operation]));
    const data = new S.SorobanDataBuilder(good.toEnvelope().value.tx.ext.value);
    const { instructions, diskReadBytes, writeBytes } = good.toEnvelope().value.tx.ext.value.resources;
    const starved = S.TransactionBuilder.cloneFrom(good, { fee: good.fee, sorobanData: data.setResources(Math.floor(instructions / 10), diskReadBytes, writeBytes).build() }).build();
    starved.sign(owner);
    expect((await send(starved)).status, 'FAILED');
  },
  'the asset contract is deployed and moves XLM': async () => {
    expect((await call(owner, S.Operation.createStellarAssetContract({ asset: native }))).status, 'SUCCESS');
    const sac = new S.Contract(native.contractId(passphrase));
    const transfer = await call(owner, sac.call('transfer', S.nativeToScVal(owner.publicKey(), { type: 'address' }), S.nativeToScVal(buyer.publicKey(), { type: 'address' }), i128(10_000_000n)));
    expect(transfer.status, 'SUCCESS');
    const event = transfer.events.contractEventsXdr[0][0].body.value;
    expect([S.scValToNative(event.topics[0]), S.scValToNative(event.topics[3])], ['transfer', 'native']);
  },
  'the typed client reads the contract specification': async () => {
    const client = await S.contract.Client.from({
      contractId: oracle, networkPassphrase: passphrase, rpcUrl: server.serverURL.toString(), allowHttp: true, publicKey: owner.publicKey(), ...S.contract.basicNodeSigner(owner, passphrase),
    });
    expect((await client.decimals()).result, 7);
  },
});
