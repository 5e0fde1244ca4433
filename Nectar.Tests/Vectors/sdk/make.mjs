// Prints golden data for the Soroban tests as the JavaScript SDK makes it. Run where npm has @stellar/stellar-sdk 17.2.0:
//   node make.mjs > sdk.json
import { createHash } from 'node:crypto';
import * as S from '@stellar/stellar-sdk';

const hex = (bytes) => Buffer.from(bytes).toString('hex');
const base64 = (value) => Buffer.from(value.toXdr()).toString('base64');
const seed = (i) => createHash('sha256').update(`nectar ${i}`).digest();
const key = (i) => S.Keypair.fromRawEd25519Seed(seed(i));
const network = 'Standalone Network ; February 2017';
const [a, b, c] = [key(0), key(1), key(2)];
const contract = S.StrKey.encodeContract(seed(7));
const out = {};

out.keys = [a, b, c].map((k) => ({ rawSeed: hex(k.rawSecretKey()), seed: k.secret(), account: k.publicKey(), signatureOfHello: hex(k.sign(Buffer.from('hello'))) }));

const account = () => new S.Account(a.publicKey(), '41');
const payment = new S.TransactionBuilder(account(), { fee: '250', networkPassphrase: network, ledgerbounds: { minLedger: 0, maxLedger: 101 } })
  .addOperation(S.Operation.payment({ destination: b.publicKey(), asset: new S.Asset('USDC', b.publicKey()), amount: '12.3456789' }))
  .setTimeout(0).build();
payment.sign(a);
const bump = S.TransactionBuilder.buildFeeBumpTransaction(b, '1000', payment, network);
bump.sign(b);
out.payment = { hash: hex(payment.hash()), envelope: payment.toXDR(), feeBumpHash: hex(bump.hash()), feeBump: bump.toXDR() };

const call = new S.TransactionBuilder(account(), { fee: '100', networkPassphrase: network, timebounds: { minTime: 0, maxTime: 1800000000 } })
  .addOperation(S.Operation.invokeContractFunction({
    contract,
    function: 'transfer',
    args: [
      S.nativeToScVal(a.publicKey(), { type: 'address' }),
      S.nativeToScVal(-5n, { type: 'i128' }),
      S.nativeToScVal({ zeta: 1, alpha: 'x', Upper: 2 }, { type: { zeta: ['symbol', 'u32'], alpha: ['symbol', 'symbol'], Upper: ['symbol', 'u32'] } }),
    ],
  })).build();
out.call = { contract, hash: hex(call.hash()), envelope: call.toXDR() };

out.assetContracts = Object.entries({
  'Standalone Network ; February 2017 native': S.Asset.native().contractId(network),
  'Test SDF Network ; September 2015 native': S.Asset.native().contractId(S.Networks.TESTNET),
  'Public Global Stellar Network ; September 2015 native': S.Asset.native().contractId(S.Networks.PUBLIC),
  'Test SDF Future Network ; October 2022 native': S.Asset.native().contractId(S.Networks.FUTURENET),
  [`Standalone Network ; February 2017 USDC:${b.publicKey()}`]: new S.Asset('USDC', b.publicKey()).contractId(network),
  [`Standalone Network ; February 2017 LONGERUSDC:${b.publicKey()}`]: new S.Asset('LONGERUSDC', b.publicKey()).contractId(network),
}).map(([name, id]) => { const at = name.lastIndexOf(' '); return { network: name.slice(0, at), asset: name.slice(at + 1), contract: id }; });

out.muxed = { account: a.publicKey(), id: '12345678901234567890', address: S.encodeMuxedAccountToAddress(S.encodeMuxedAccount(a.publicKey(), '12345678901234567890')) };

const X = S.xdr;
const invocation = new X.SorobanAuthorizedInvocation({
  function: X.SorobanAuthorizedFunction.sorobanAuthorizedFunctionTypeContractFn(new X.InvokeContractArgs({
    contractAddress: new S.Address(contract).toScAddress(), functionName: 'transfer', args: [S.nativeToScVal(5n, { type: 'i128' })],
  })),
  subInvocations: [],
});
const credentials = new X.SorobanAddressCredentials({
  address: new S.Address(a.publicKey()).toScAddress(), nonce: -123456789012345n, signatureExpirationLedger: 0, signature: X.ScVal.scvVoid(),
});
const entry = (kind) => new X.SorobanAuthorizationEntry({ credentials: X.SorobanCredentials[kind](credentials), rootInvocation: invocation });
const plain = entry('sorobanCredentialsAddress');
const upgraded = entry('sorobanCredentialsAddressV2');
const delegated = S.buildWithDelegatesEntry({ entry: upgraded, validUntilLedgerSeq: 777, delegates: [{ address: b.publicKey() }, { address: contract, nestedDelegates: [{ address: c.publicKey() }] }] });
const unsigned = { address: plain, addressV2: upgraded, withDelegates: delegated };
out.authorizations = [];
for (const [kind, e] of Object.entries(unsigned)) {
  const signers = kind === 'withDelegates' ? [[0, a], [1, b], [2, c]] : [[0, a]];
  let signed = e;
  for (const [, k] of signers) signed = await S.authorizeEntry(signed, k, 777, network, k.publicKey());
  out.authorizations.push({ kind, validUntil: 777, signers: signers.map(([i]) => i), unsigned: base64(e), payload: hex(S.hash(S.buildAuthorizationEntryPreimage(e, 777, network).toXdr())), signed: base64(signed) });
}
console.log(JSON.stringify(out, null, 2));
