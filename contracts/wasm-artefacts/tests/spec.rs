//! What is stripped from a linked module, and what stays.

use soroban_spec::{read, shaking};
use stellar_xdr::{Limits, ScSpecEntry, ScSpecFunctionV0, ScSpecUdtStructV0, StringM, VecM, WriteXdr};
use wasm_artefacts::strip;
use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataSection, ExportKind, ExportSection, Function, FunctionSection,
    MemorySection, MemoryType, Module, TypeSection,
};
use wasmparser::{Parser, Payload};

fn function(name: &str) -> ScSpecEntry {
    let name = name.try_into().unwrap();
    ScSpecEntry::FunctionV0(ScSpecFunctionV0 {
        doc: StringM::default(),
        name,
        inputs: VecM::default(),
        outputs: VecM::default(),
    })
}

fn structure(name: &str) -> ScSpecEntry {
    let name = name.try_into().unwrap();
    ScSpecEntry::UdtStructV0(ScSpecUdtStructV0 {
        doc: StringM::default(),
        lib: StringM::default(),
        name,
        fields: VecM::default(),
    })
}

/// A module with one function, exported twice, whose code uses the type `Used` and not the type `Unused`.
fn linked() -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([], []);
    let mut functions = FunctionSection::new();
    functions.function(0);
    let mut memories = MemorySection::new();
    memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
    let mut exports = ExportSection::new();
    exports.export("memory", ExportKind::Memory, 0);
    exports.export("pay", ExportKind::Func, 0);
    exports.export("_", ExportKind::Func, 0);
    let mut code = CodeSection::new();
    let mut body = Function::new([]);
    body.instructions().end();
    code.function(&body);
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(0), shaking::generate_marker_for_entry(&structure("Used")));
    let entries = [function("pay"), structure("Used"), structure("Unused")];
    let spec: Vec<u8> = entries.iter().flat_map(|entry| entry.to_xdr(Limits::none()).unwrap()).collect();
    let mut module = Module::new();
    module.section(&types).section(&functions).section(&memories).section(&exports).section(&code).section(&data);
    for (name, bytes) in [("contractspecv0", spec.as_slice()), ("contractmetav0", b"meta"), ("producers", b"rustc")] {
        module.section(&CustomSection { name: name.into(), data: bytes.into() });
    }
    module.finish()
}

fn custom_sections(wasm: &[u8]) -> Vec<String> {
    let payloads = Parser::new(0).parse_all(wasm).map(Result::unwrap);
    payloads
        .filter_map(|payload| match payload {
            Payload::CustomSection(section) => Some(section.name().to_string()),
            _ => None,
        })
        .collect()
}

fn exports(wasm: &[u8]) -> Vec<String> {
    let payloads = Parser::new(0).parse_all(wasm).map(Result::unwrap);
    payloads
        .filter_map(|payload| match payload {
            Payload::ExportSection(section) => Some(section),
            _ => None,
        })
        .flatten()
        .map(|export| export.unwrap().name.to_string())
        .collect()
}

#[test]
fn spec_entries_of_types_that_no_code_uses_go_and_functions_stay() {
    let stripped = strip(&linked()).unwrap();
    assert_eq!(read::from_wasm(&stripped).unwrap(), [function("pay"), structure("Used")]);
}

#[test]
fn sections_and_exports_that_nobody_reads_go() {
    let stripped = strip(&linked()).unwrap();
    assert_eq!(custom_sections(&stripped), ["contractmetav0", "contractspecv0"]);
    assert_eq!(exports(&stripped), ["memory", "pay"]);
    wasmparser::validate(&stripped).unwrap();
}

#[test]
fn stripping_twice_changes_nothing_more() {
    let once = strip(&linked()).unwrap();
    assert_eq!(strip(&once).unwrap(), once);
}

#[test]
fn what_is_no_contract_is_refused() {
    assert!(strip(b"no wasm").unwrap_err().starts_with("not a contract"));
    assert!(strip(&Module::new().finish()).unwrap_err().starts_with("not a contract"));
}
