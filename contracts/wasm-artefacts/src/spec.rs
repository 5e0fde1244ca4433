use soroban_spec::{read, shaking};
use stellar_xdr::{Limits, WriteXdr};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{CustomSection, ExportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

const SPEC: &str = "contractspecv0";
/// Custom sections that the network or its tools read; compilers' notes are left out, since size is paid for.
const KEPT: [&str; 2] = ["contractenvmetav0", "contractmetav0"];
/// Exports that the linker and the SDK leave behind and nobody calls; every call of a contract pays for each export.
const DROPPED_EXPORTS: [&str; 3] = ["_", "__data_end", "__heap_base"];

/// Rewrites a linked contract: spec entries (SEP-48) of types, events and errors that the code does not use are
/// removed, as `stellar contract build` does, and so are custom sections and exports that nobody uses.
///
/// Fails on what is not a wasm module, and on a module without a spec, which is not a contract.
pub fn strip(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let entries = read::from_wasm(wasm).map_err(|e| format!("not a contract: {e}"))?;
    let markers = shaking::find_all(wasm);
    let mut spec = Vec::new();
    for entry in shaking::filter(entries, &markers) {
        let xdr = entry.to_xdr(Limits::none()).map_err(|e| format!("spec entry: {e}"))?;
        spec.extend(xdr);
    }
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(|e| format!("not a wasm module: {e}"))?;
        if let Payload::CustomSection(section) = &payload {
            if !KEPT.contains(&section.name()) {
                continue;
            }
        }
        if let Payload::ExportSection(section) = payload {
            module.section(&exports(section)?);
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            module.section(&RawSection { id, data: &wasm[range] });
        }
    }
    module.section(&CustomSection { name: SPEC.into(), data: spec.as_slice().into() });
    Ok(module.finish())
}

fn exports(section: wasmparser::ExportSectionReader) -> Result<ExportSection, String> {
    let mut exports = ExportSection::new();
    for export in section {
        let export = export.map_err(|e| format!("export: {e}"))?;
        if !DROPPED_EXPORTS.contains(&export.name) {
            let kind = RoundtripReencoder.export_kind(export.kind).map_err(|e| format!("export: {e}"))?;
            exports.export(export.name, kind, export.index);
        }
    }
    Ok(exports)
}
