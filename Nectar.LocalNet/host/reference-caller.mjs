// A complete caller of nectar-host.wasm in plain Node.js: uploads a contract's code, creates the contract and calls it,
// keeping the ledger in a Map. Everything it knows is in README.md. Exits non-zero where anything is not as expected.
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import assert from 'node:assert/strict';

const here = (name) => new URL(name, import.meta.url);
const sha256 = (bytes) => createHash('sha256').update(bytes).digest();

// ---- the module and its imports -----------------------------------------------------------------------------------

const ledger = new Map(); // hex of a LedgerKey's XDR -> { entry: Buffer, liveUntil: number | null }
const stderr = [];
let memory; // its buffer is replaced when it grows: look at memory.buffer anew each time
const view = () => new DataView(memory.buffer);
const bytesAt = (address, length) => Buffer.from(memory.buffer, address, length);

const imports = {
  wasi_snapshot_preview1: {
    random_get: (address, length) => (bytesAt(address, length).fill(0), 0),
    environ_get: () => 0,
    environ_sizes_get: (count, size) => (view().setUint32(count, 0, true), view().setUint32(size, 0, true), 0),
    fd_write(_file, parts, count, written) {
      let total = 0;
      for (let part = parts; part < parts + 8 * count; part += 8) {
        const [address, length] = [view().getUint32(part, true), view().getUint32(part + 4, true)];
        stderr.push(bytesAt(address, length).toString());
        total += length;
      }
      view().setUint32(written, total, true);
      return 0;
    },
    proc_exit(code) {
      throw new Error(`the module exited with ${code}: ${stderr.join('')}`);
    },
  },
  nectar: {
    fetch_entry(key, keyLength, answer, capacity) {
      const held = ledger.get(bytesAt(key, keyLength).toString('hex'));
      if (!held) return -1;
      const bytes = new Writer().entry(held).bytes();
      if (bytes.length <= capacity) bytesAt(answer, bytes.length).set(bytes);
      return bytes.length;
    },
  },
};

const { instance } = await WebAssembly.instantiate(readFileSync(here('nectar-host.wasm')), imports);
const { nectar_allocate, nectar_release, nectar_call, nectar_bytes_in_use, _initialize } = instance.exports;
memory = instance.exports.memory;
_initialize?.();

function call(request) {
  const address = nectar_allocate(request.length);
  bytesAt(address, request.length).set(request);
  const packed = BigInt.asUintN(64, nectar_call(address, request.length));
  const [at, length] = [Number(packed >> 32n), Number(packed & 0xffffffffn)];
  const response = Buffer.from(bytesAt(at, length)); // a copy
  nectar_release(address);
  nectar_release(at);
  return response;
}

// ---- frames ---------------------------------------------------------------------------------------------------------

class Writer {
  parts = [];
  raw(bytes) { this.parts.push(bytes); return this; }
  u32(value) { const b = Buffer.alloc(4); b.writeUInt32BE(value); return this.raw(b); }
  u64(value) { const b = Buffer.alloc(8); b.writeBigUInt64BE(BigInt(value)); return this.raw(b); }
  opaque(bytes) { return this.u32(bytes.length).raw(bytes).raw(Buffer.alloc((4 - (bytes.length % 4)) % 4)); }
  array(values, write) { this.u32(values.length); values.forEach((value) => write(value)); return this; }
  opaques(values) { return this.array(values, (value) => this.opaque(value)); }
  optional(value, write) { this.u32(value === null ? 0 : 1); if (value !== null) write(value); return this; }
  entry({ entry, liveUntil }) { return this.opaque(entry).optional(liveUntil, (value) => this.u32(value)); }
  context() {
    return this.u32(28).u32(sequence).u64(1_700_000_000).raw(networkId).u32(5_000_000).opaques(settings);
  }
  bytes() { return Buffer.concat(this.parts); }
}

class Reader {
  at = 0;
  constructor(bytes) { this.frame = bytes; }
  raw(length) { this.at += length; return this.frame.subarray(this.at - length, this.at); }
  u32() { return this.raw(4).readUInt32BE(); }
  i32() { return this.raw(4).readInt32BE(); }
  i64() { return this.raw(8).readBigInt64BE(); }
  opaque() { const length = this.u32(); const value = this.raw(length); this.raw((4 - (length % 4)) % 4); return value; }
  array(read) { return Array.from({ length: this.u32() }, () => read()); }
  opaques() { return this.array(() => this.opaque()); }
  optional(read) { return this.u32() === 1 ? read() : null; }
  needs() { return { data: this.opaque(), readOnly: this.opaques(), readWrite: this.opaques() }; }
}

// Reads the two words that every response begins with; throws with the reason unless the status is 0.
function open(response) {
  const r = new Reader(response);
  assert.equal(r.u32(), 1, 'frame version');
  const status = r.u32();
  if (status === 1) {
    const [code, error, message] = [r.i32(), r.opaque().toString('hex'), r.opaque().toString()];
    throw new Error(`failed, result code ${code}, ScError ${error}: ${message}`);
  }
  if (status !== 0) throw new Error(`refused with status ${status}: ${r.opaque()}`);
  return r;
}

// ---- the ledger -----------------------------------------------------------------------------------------------------

const settings = readFileSync(here('network-settings.txt'), 'utf8').trim().split('\n').map((l) => Buffer.from(l, 'base64'));
const networkId = sha256('Standalone Network ; February 2017');
const publicKey = sha256('any 32 bytes name an account');
const source = new Writer().u32(0).raw(publicKey).bytes(); // AccountId
const sequence = 1000;
const seed = Buffer.alloc(32, 7);
const DIAGNOSTICS = 1;

// Simulates a host function (XDR), applies it to the entries that it turned out to need, and writes the changes down.
function invoke(hostFunction) {
  const simulation = new Writer().u32(1).u32(1).context().u32(DIAGNOSTICS).optional(null)
    .opaque(source).opaque(hostFunction).raw(seed).u32(0).opaques([]);
  const r = open(call(simulation.bytes()));
  r.opaque(); // the return value, simulated
  const needs = r.needs();
  const auth = r.opaques(); // only the source account is asked here; other entries would have to be signed

  const held = [...needs.readOnly, ...needs.readWrite].map((key) => ledger.get(key.toString('hex')) ?? null);
  const application = new Writer();
  application.u32(1).u32(4).context().u32(DIAGNOSTICS).u32(hostFunction.length + needs.data.length + 400)
    .opaque(needs.data).array(held, (state) => application.optional(state, (value) => application.entry(value)))
    .opaque(source).opaque(hostFunction).raw(seed).opaques(auth);
  const a = open(call(application.bytes()));
  const returned = a.opaque();
  const changes = a.array(() => ({
    key: a.opaque().toString('hex'), readOnly: a.u32() === 1, restored: a.u32() === 1,
    value: a.optional(() => a.opaque()), ttl: a.optional(() => ({ hash: a.raw(32), old: a.u32(), new: a.u32() })),
  }));
  for (const { key, readOnly, value, ttl } of changes) {
    if (readOnly) { if (ttl && ledger.has(key)) ledger.get(key).liveUntil = ttl.new; }
    else if (value) ledger.set(key, { entry: Buffer.from(value), liveUntil: ttl ? ttl.new : null });
    else ledger.delete(key);
  }
  a.opaques(); a.opaques(); // events, diagnostic events
  return { returned, instructions: a.i64(), changes };
}

// ---- the story ------------------------------------------------------------------------------------------------------

// A contract that keeps its constructor's argument and gives it back by the function `value`.
const wasm = Buffer.from('AGFzbQEAAAABFwRgA35+fgF+YAJ+fgF+YAF+AX5gAAF+Ag0CAWwBXwAAAWwBMQABAwMCAgMHGQINX19jb25zdHJ1Y3RvcgACBXZhbHVlAAMKHAIPAEKO4AAgAEICEAAaQgILCgBCjuAAQgIQAQsAHhFjb250cmFjdGVudm1ldGF2MAAAAAAAAAAcAAAAAAASBG5hbWUBCwIAA3B1dAEDZ2V0', 'base64');
const number = new Writer().u32(5).u64(20_260_824).bytes(); // ScVal u64
const name = (text) => new Writer().opaque(Buffer.from(text)).bytes();

const version = open(call(new Writer().u32(1).u32(0).bytes()));
const [oldest, newest] = [version.u32(), version.u32()];
version.u32();
console.log(`protocols ${oldest} to ${newest}, soroban-env-host ${version.opaque()}`);

const hash = invoke(new Writer().u32(2).opaque(wasm).bytes()).returned; // UploadContractWasm
assert.deepEqual(hash.subarray(8, 40), sha256(wasm), 'the upload returns the hash of the code');

const creation = new Writer().u32(3) // CreateContractV2: from an address and a salt, of uploaded code, with arguments
  .u32(0).u32(0).u32(0).raw(publicKey).raw(Buffer.alloc(32, 1)).u32(0).raw(sha256(wasm)).u32(1).raw(number);
const contract = invoke(creation.bytes()).returned.subarray(4); // ScVal address without its tag

const read = new Writer().u32(0).raw(contract).raw(name('value')).u32(0).bytes(); // InvokeContract
const level = nectar_bytes_in_use();
const result = invoke(read);
assert.deepEqual(result.returned, number, 'the contract gives back what its constructor was given');
assert.ok(nectar_bytes_in_use() - level < 1 << 20, 'what stays is the parsed contract');

const missing = new Writer().u32(0).raw(contract).raw(name('missing')).u32(0).bytes();
assert.throws(() => invoke(missing), /MissingValue/, 'a function that is not there is a failure, not a trap');
console.log(`contract created and called: ${result.instructions} instructions, ${ledger.size} ledger entries`);
