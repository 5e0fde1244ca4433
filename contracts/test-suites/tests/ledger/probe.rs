//! A contract that does nothing but strain the ledger, written in wasm instructions here.

use test_suites::ledger::xdr::{Limits, ScEnvMetaEntry, ScEnvMetaEntryInterfaceVersion, WriteXdr};
use test_suites::ledger::PROTOCOL;
use wasm_encoder::{
    BlockType, CodeSection, CustomSection, EntityType, ExportKind, ExportSection, Function, FunctionSection,
    ImportSection, InstructionSink, Module, TypeSection, ValType,
};

/// Tag of a `u32` value and the value `void`, in the encoding of contracts' 64-bit values.
const U32_TAG: i64 = 4;
const VOID: i64 = 2;
const TEMPORARY: i64 = 0;
const PERSISTENT: i64 = 1;

/// Imported functions come first in the index space.
const PUT: u32 = 0;
const HAS: u32 = 1;

/// Wasm of the probe: `spin()` never ends; `put_temporary(n)` and `put_persistent(n)` write an entry
/// for each key 0 to n-1, `look(n)` only asks whether those persistent entries exist.
pub fn wasm() -> Vec<u8> {
    let mut module = Module::new();
    let i64s = |n| vec![ValType::I64; n];
    let mut types = TypeSection::new();
    types.ty().function(i64s(3), i64s(1));
    types.ty().function(i64s(2), i64s(1));
    types.ty().function(i64s(1), i64s(1));
    types.ty().function([], i64s(1));
    module.section(&types);

    let mut imports = ImportSection::new();
    imports.import("l", "_", EntityType::Function(0));
    imports.import("l", "0", EntityType::Function(1));
    module.section(&imports);

    let mut functions = FunctionSection::new();
    for kind in [3, 2, 2, 2] {
        functions.function(kind);
    }
    module.section(&functions);

    let mut exports = ExportSection::new();
    for (index, name) in (2..).zip(["spin", "put_temporary", "put_persistent", "look"]) {
        exports.export(name, ExportKind::Func, index);
    }
    module.section(&exports);

    let mut code = CodeSection::new();
    code.function(&spin());
    code.function(&for_each_key(|f| put(f, TEMPORARY)));
    code.function(&for_each_key(|f| put(f, PERSISTENT)));
    code.function(&for_each_key(look));
    module.section(&code);

    let version = ScEnvMetaEntry::ScEnvMetaKindInterfaceVersion(ScEnvMetaEntryInterfaceVersion {
        protocol: PROTOCOL,
        pre_release: 0,
    });
    module.section(&CustomSection {
        name: "contractenvmetav0".into(),
        data: version.to_xdr(Limits::none()).unwrap().into(),
    });
    module.finish()
}

fn spin() -> Function {
    let mut function = Function::new([]);
    let mut f = function.instructions();
    f.loop_(BlockType::Empty).br(0).end();
    f.i64_const(VOID).end();
    function
}

/// A function of `n` that runs `body` with each key below `n`, as a value, on the stack.
fn for_each_key(body: impl Fn(&mut InstructionSink<'_>)) -> Function {
    let mut function = Function::new([(1, ValType::I64)]);
    let mut f = function.instructions();
    let (n, key) = (0, 1);
    f.block(BlockType::Empty).loop_(BlockType::Empty);
    f.local_get(key);
    f.local_get(n).i64_const(32).i64_shr_u();
    f.i64_ge_u().br_if(1);
    f.local_get(key).i64_const(32).i64_shl();
    f.i64_const(U32_TAG).i64_or();
    body(&mut f);
    f.local_get(key).i64_const(1).i64_add().local_set(key);
    f.br(0).end().end();
    f.i64_const(VOID).end();
    function
}

fn put(f: &mut InstructionSink<'_>, durability: i64) {
    f.i64_const(VOID).i64_const(durability).call(PUT).drop();
}

fn look(f: &mut InstructionSink<'_>) {
    f.i64_const(PERSISTENT).call(HAS).drop();
}
