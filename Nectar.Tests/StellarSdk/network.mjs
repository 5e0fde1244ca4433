// The network under test and the few steps that every story takes.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as S from '@stellar/stellar-sdk';

export { S };
export const url = process.env.LOCALNET_URL;
if (!url) throw new Error('LOCALNET_URL names the network to speak to');
export const passphrase = process.env.LOCALNET_PASSPHRASE ?? S.Networks.STANDALONE;
export const server = new S.rpc.Server(`${url}/rpc`, { allowHttp: true });
export const native = S.Asset.native();

// A key for each role of a story; stories share no accounts.
export const key = (name) => S.Keypair.fromRawEd25519Seed(createHash('sha256').update(`${process.argv[1]} ${name}`).digest());

export async function fundedKey(name) {
  const pair = key(name);
  await server.fundAddress(pair.publicKey());
  return pair;
}

export async function build(source, operations, { fee = '1000' } = {}) {
  const account = await server.getAccount(source.publicKey());
  const builder = new S.TransactionBuilder(account, { fee, networkPassphrase: passphrase }).setTimeout(300);
  for (const operation of operations) builder.addOperation(operation);
  return builder.build();
}

// Sends and waits; throws unless the network took it.
export async function send(transaction) {
  const sent = await server.sendTransaction(transaction);
  if (sent.status !== 'PENDING') throw new Error(`not taken: ${sent.status} ${JSON.stringify(sent.errorResult)}`);
  return server.pollTransaction(sent.hash, { attempts: 20, sleepStrategy: () => 100 });
}

export async function submit(source, ...operations) {
  const transaction = await build(source, operations);
  transaction.sign(source);
  return send(transaction);
}

// Simulates, assembles, signs and sends a contract operation.
export async function call(source, operation) {
  const transaction = await server.prepareTransaction(await build(source, [operation]));
  transaction.sign(source);
  return send(transaction);
}

export const wasm = (name) => readFileSync(new URL(`../../contracts/wasm/${name}.wasm`, import.meta.url));

// Uploads and deploys an artefact; gives the contract's id.
export async function deploy(source, name, constructorArgs, salt) {
  const code = wasm(name);
  const uploaded = await call(source, S.Operation.uploadContractWasm({ wasm: code }));
  expect(uploaded.status, 'SUCCESS');
  const wasmHash = createHash('sha256').update(code).digest();
  const created = await call(source, S.Operation.createCustomContract({
    address: new S.Address(source.publicKey()), wasmHash, constructorArgs, salt: salt ?? createHash('sha256').update(`${process.argv[1]} ${name}`).digest(),
  }));
  expect(created.status, 'SUCCESS');
  return S.scValToNative(created.returnValue);
}

export async function localnet(method, params = {}) {
  const answer = await fetch(`${url}/rpc`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  const { result, error } = await answer.json();
  if (error) throw Object.assign(new Error(error.message), { code: error.code });
  return result;
}

export function expect(actual, wanted, what = '') {
  const show = (v) => JSON.stringify(v, (_, x) => (typeof x === 'bigint' ? `${x}n` : x));
  if (show(actual) !== show(wanted)) throw new Error(`${what}: ${show(actual)} where ${show(wanted)} was expected`);
}

export async function expectRejection(promise, pattern) {
  try {
    await promise;
  } catch (error) {
    const text = `${error?.message ?? JSON.stringify(error)}`;
    if (!pattern.test(text)) throw new Error(`'${text}' does not match ${pattern}`);
    return error;
  }
  throw new Error(`no error, where one like ${pattern} was expected`);
}

// Runs the steps of a story in their order and says which failed.
export async function story(steps) {
  for (const [name, step] of Object.entries(steps)) {
    try {
      await step();
      console.log(`ok ${name}`);
    } catch (error) {
      console.error(`failed: ${name}\n${error?.stack ?? JSON.stringify(error)}`);
      process.exit(1);
    }
  }
}
