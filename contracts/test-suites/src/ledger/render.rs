//! Values as a reader likes to see them.

use soroban_env_host::xdr::{ScError, ScVal};

/// `value` as text: numbers in full, addresses as G… and C…, the rest like Rust literals.
pub fn text(value: &ScVal) -> String {
    match value {
        ScVal::Bool(b) => b.to_string(),
        ScVal::Void => "void".into(),
        ScVal::Error(ScError::Contract(number)) => format!("Error(Contract, #{number})"),
        ScVal::Error(error) => format!("Error({}, {})", error.name(), host_code(error)),
        ScVal::U32(n) => n.to_string(),
        ScVal::I32(n) => n.to_string(),
        ScVal::U64(n) => n.to_string(),
        ScVal::I64(n) => n.to_string(),
        ScVal::Timepoint(n) => n.0.to_string(),
        ScVal::Duration(n) => n.0.to_string(),
        ScVal::U128(n) => u128::from(n).to_string(),
        ScVal::I128(n) => i128::from(n).to_string(),
        ScVal::Bytes(bytes) => bytes.iter().map(|b| format!("{b:02x}")).collect(),
        ScVal::String(s) => s.to_utf8_string_lossy(),
        ScVal::Symbol(s) => s.to_utf8_string_lossy(),
        ScVal::Address(address) => address.to_string(),
        ScVal::Vec(Some(items)) => format!("[{}]", join(items.iter().map(text))),
        ScVal::Map(Some(map)) => {
            let entries = map.iter();
            let entries = entries.map(|e| format!("{}: {}", text(&e.key), text(&e.val)));
            format!("{{{}}}", join(entries))
        }
        other => format!("{other:?}"),
    }
}

fn join(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}

fn host_code(error: &ScError) -> &'static str {
    match error {
        ScError::Contract(_) => "",
        ScError::WasmVm(code)
        | ScError::Context(code)
        | ScError::Storage(code)
        | ScError::Object(code)
        | ScError::Crypto(code)
        | ScError::Events(code)
        | ScError::Budget(code)
        | ScError::Value(code)
        | ScError::Auth(code) => code.name(),
    }
}
