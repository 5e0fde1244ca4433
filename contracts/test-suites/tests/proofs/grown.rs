//! A contract's wasm with one more function, as its next version would have.

use wasm_encoder::{CodeSection, Encode, Function, Module, RawSection};
use wasmparser::{BinaryReader, Parser, Payload};

/// Name of the function that is added; it returns [`ANSWER`].
pub const ADDED: &str = "version";
/// What it returns.
pub const ANSWER: u32 = 2;

/// `wasm` with [`ADDED`] beside its own functions. Everything else stays byte for byte.
pub fn grown(wasm: &[u8]) -> Vec<u8> {
    let (mut types, mut imports, mut functions) = (0, 0, 0);
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.expect("a built contract parses");
        match &payload {
            Payload::TypeSection(section) => types = section.count(),
            Payload::ImportSection(section) => imports = section.count(),
            Payload::FunctionSection(section) => functions = section.count(),
            _ => {}
        }
        let Some((id, range)) = payload.as_section() else { continue };
        let body = &wasm[range];
        let grown = match id {
            1 => longer(body, &[0x60, 0, 1, 0x7e]),
            3 => longer(body, &encoded(types)),
            7 => {
                let mut export = Vec::new();
                ADDED.encode(&mut export);
                export.push(0);
                (imports + functions).encode(&mut export);
                longer(body, &export)
            }
            10 => longer(body, &answering()),
            _ => body.to_vec(),
        };
        module.section(&RawSection { id, data: &grown });
    }
    module.finish()
}

/// The section with one more item at its end.
fn longer(section: &[u8], item: &[u8]) -> Vec<u8> {
    let mut reader = BinaryReader::new(section, 0);
    let count = reader.read_var_u32().expect("a section starts with its count");
    let mut longer = encoded(count + 1);
    longer.extend_from_slice(&section[reader.original_position()..]);
    longer.extend_from_slice(item);
    longer
}

fn encoded(number: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    number.encode(&mut bytes);
    bytes
}

/// A body that returns the answer as a Soroban `u32`.
fn answering() -> Vec<u8> {
    let mut function = Function::new([]);
    function.instructions().i64_const(i64::from(ANSWER) << 32 | 4).end();
    let mut code = CodeSection::new();
    code.function(&function);
    let mut section = Vec::new();
    code.encode(&mut section);
    // Behind the section's length and its count of one, which are a byte each.
    section[2..].to_vec()
}
