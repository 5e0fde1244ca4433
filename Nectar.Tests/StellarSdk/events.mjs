import { S, server, fundedKey, submit, native, passphrase, expect, expectRejection, story } from './network.mjs';

const operations = 100;
const transactions = 11;
const contract = native.contractId(passphrase);
const transfers = { type: 'contract', contractIds: [contract], topics: [[S.xdr.ScVal.scvSymbol('transfer').toXdr('base64'), '**']] };
let alice, bob, start, all;

await story({
  'eleven transactions of a hundred payments happen': async () => {
    alice = await fundedKey('alice');
    bob = await fundedKey('bob');
    start = (await server.getLatestLedger()).sequence + 1;
    for (let i = 0; i < transactions; i++) {
      const payments = Array.from({ length: operations }, (_, n) => S.Operation.payment({ destination: bob.publicKey(), asset: native, amount: ((i * operations + n + 1) / 1e7).toFixed(7) }));
      expect((await submit(alice, ...payments)).status, 'SUCCESS');
    }
  },
  'pages of 64 give every transfer once and in order': async () => {
    const found = [];
    let request = { startLedger: start, filters: [transfers], limit: 64 };
    for (let pages = 0; pages < 100; pages++) {
      const page = await server.getEvents(request);
      found.push(...page.events);
      if (page.events.length < 64) break;
      request = { cursor: page.cursor, filters: [transfers], limit: 64 };
    }
    expect(found.map((e) => Number(S.scValToNative(e.value))), Array.from({ length: operations * transactions }, (_, n) => n + 1));
    expect(new Set(found.map((e) => e.id)).size, operations * transactions);
    expect([...found.map((e) => e.id)].sort(), found.map((e) => e.id));
    expect([found[0].contractId.contractId(), found[0].transactionIndex, found[1].operationIndex], [contract, 1, 1]);
    all = found;
  },
  'one page takes them all': async () => {
    const page = await server.getEvents({ startLedger: start, filters: [transfers], limit: 10_000 });
    expect(page.events.map((e) => e.id), all.map((e) => e.id));
  },
  'the cursor of the last page waits for what comes': async () => {
    const { cursor } = await server.getEvents({ startLedger: start, filters: [transfers], limit: 10_000 });
    expect((await server.getEvents({ cursor, filters: [transfers], limit: 10 })).events, []);
    await submit(alice, S.Operation.payment({ destination: bob.publicKey(), asset: native, amount: '1' }));
    const next = await server.getEvents({ cursor, filters: [transfers], limit: 10 });
    expect(next.events.map((e) => S.scValToNative(e.value)), [10_000_000n]);
  },
  'an end ledger is exclusive': async () => {
    const page = await server.getEvents({ startLedger: start, endLedger: start + 1, filters: [transfers], limit: 10_000 });
    expect(page.events.map((e) => e.ledger), Array.from({ length: operations }, () => start));
  },
  'a topic filters': async () => {
    const to = S.nativeToScVal(alice.publicKey(), { type: 'address' }).toXdr('base64');
    const page = await server.getEvents({ startLedger: start, filters: [{ ...transfers, topics: [['*', '*', to, '*']] }], limit: 10 });
    expect(page.events, []);
  },
  'every fee is an event before all transactions': async () => {
    const fees = { type: 'contract', contractIds: [contract], topics: [[S.xdr.ScVal.scvSymbol('fee').toXdr('base64'), '*']] };
    const page = await server.getEvents({ startLedger: start, filters: [fees], limit: 1 });
    expect([page.events[0].ledger, page.events[0].transactionIndex, S.scValToNative(page.events[0].value)], [start, 0, 10_000n]);
  },
  'a ledger that is not there is refused': async () => {
    await expectRejection(server.getEvents({ startLedger: 4_000_000_000, filters: [] }), /startLedger/);
  },
});
