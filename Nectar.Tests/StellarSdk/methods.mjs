import { S, server, url, fundedKey, submit, native, passphrase, localnet, expect, expectRejection, story } from './network.mjs';

let alice, start, paid;

await story({
  'something happens': async () => {
    alice = await fundedKey('alice');
    start = (await server.getLatestLedger()).sequence;
    paid = await submit(alice, S.Operation.payment({ destination: alice.publicKey(), asset: native, amount: '1' }));
  },
  getHealth: async () => {
    const health = await server.getHealth();
    expect(health.status, 'healthy');
    expect([health.latestLedger, health.oldestLedger, health.ledgerRetentionWindow, health.latestLedgerCloseTime].map((v) => typeof v), Array(4).fill('number'));
  },
  getNetwork: async () => {
    const network = await server.getNetwork();
    expect([network.passphrase, network.friendbotUrl, network.protocolVersion], [passphrase, `${url}/friendbot`, 28]);
  },
  getVersionInfo: async () => {
    const info = await server.getVersionInfo();
    expect([info.version, info.commitHash, info.buildTimestamp, info.captiveCoreVersion].map((v) => typeof v), Array(4).fill('string'));
    expect(info.protocolVersion, 28);
  },
  getFeeStats: async () => {
    const { inclusionFee, sorobanInclusionFee, latestLedger } = await server.getFeeStats();
    expect([inclusionFee.max, inclusionFee.p99, typeof inclusionFee.transactionCount, typeof inclusionFee.ledgerCount], ['100', '100', 'string', 'number']);
    expect([typeof sorobanInclusionFee.mode, typeof latestLedger], ['string', 'number']);
  },
  getLatestLedger: async () => {
    const latest = await server.getLatestLedger();
    expect([latest.headerXdr.ledgerSeq, latest.protocolVersion, latest.metadataXdr.type, typeof latest.closeTime], [latest.sequence, 28, 'v2', 'string']);
    expect(Buffer.from(latest.metadataXdr.value.ledgerHeader.hash.value ?? latest.metadataXdr.value.ledgerHeader.hash).toString('hex'), latest.id);
  },
  getLedgers: async () => {
    const page = await server.getLedgers({ startLedger: start, pagination: { limit: 2 } });
    expect(page.ledgers.map((l) => l.sequence), [start, start + 1]);
    expect(page.ledgers.map((l) => l.headerXdr.header.ledgerSeq), [start, start + 1]);
    expect(page.cursor, String(start + 1));
    await submit(alice, S.Operation.bumpSequence({ bumpTo: '0' }));
    const next = await server.getLedgers({ pagination: { cursor: page.cursor, limit: 1 } });
    expect(next.ledgers.map((l) => l.sequence), [start + 2]);
    await expectRejection(server.getLedgers({ startLedger: 1, pagination: { limit: 201 } }), /limit/);
  },
  getTransactions: async () => {
    const page = await server.getTransactions({ startLedger: start, pagination: { limit: 1 } });
    expect(page.transactions.length, 1);
    const next = await server.getTransactions({ pagination: { cursor: page.cursor, limit: 1 } });
    expect([next.transactions[0].txHash, next.transactions[0].status, typeof next.transactions[0].createdAt], [paid.txHash, 'SUCCESS', 'number']);
    expect([typeof next.latestLedger, typeof next.latestLedgerCloseTimestamp, typeof next.oldestLedger], ['number', 'number', 'number']);
  },
  getTransaction: async () => {
    expect([paid.status, paid.applicationOrder, paid.feeBump, paid.ledger, typeof paid.createdAt], ['SUCCESS', 1, false, start + 1, 'string']);
    expect(paid.resultMetaXdr.type, 'v4');
  },
  getLedgerEntries: async () => {
    const one = S.xdr.LedgerKey.account(new S.xdr.LedgerKeyAccount({ accountId: alice.xdrAccountId() }));
    const { entries, latestLedger } = await server.getLedgerEntries(one);
    expect([entries.length, entries[0].val.type, typeof latestLedger], [1, 'account', 'number']);
  },
  'protocol values come as JSON too': async () => {
    const found = await localnet('getTransaction', { hash: paid.txHash, xdrFormat: 'json' });
    expect(found.resultJson.result, { tx_success: [{ op_inner: { payment: 'success' } }] });
    expect(['envelopeJson' in found, 'resultMetaJson' in found, 'envelopeXdr' in found], [true, true, false]);
    const latest = await localnet('getLedgers', { startLedger: start, pagination: { limit: 1 }, xdrFormat: 'json' });
    expect(latest.ledgers[0].headerJson.header.ledger_seq, start);
    const events = await localnet('getEvents', { startLedger: start + 1, endLedger: start + 2, xdrFormat: 'json' });
    expect(events.events[0].topicJson[0], { symbol: 'fee' });
  },
  'the network can be closed by hand, moved in time and set back': async () => {
    const { id } = await localnet('localnet_snapshot');
    const before = await server.getLatestLedger();
    expect((await localnet('localnet_closeLedgers', { count: 3 })).latestLedger, before.sequence + 3);
    await localnet('localnet_increaseTime', { seconds: 3600 });
    const later = await localnet('localnet_closeLedgers');
    expect(later.latestLedgerCloseTime - Number(before.closeTime) >= 3600, true);
    expect((await localnet('localnet_revert', { id })).latestLedger, before.sequence);
    await expectRejection(localnet('localnet_revert', { id: 999 }), /no such snapshot/);
    const { state } = await localnet('localnet_dumpState');
    const fresh = S.Keypair.random();
    expect((await localnet('localnet_fund', { address: fresh.publicKey(), stroops: '20000000' })).balance, '20000000');
    await localnet('localnet_loadState', { state });
    await expectRejection(server.getAccount(fresh.publicKey()), /not found/i);
  },
});
