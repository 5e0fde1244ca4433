//! Short ways to write values.

use soroban_env_host::xdr::*;

/// Bytes.
pub fn bytes(value: &[u8]) -> ScVal {
    ScVal::Bytes(value.to_vec().try_into().unwrap())
}

/// Bytes, written in hexadecimal.
pub fn hex_bytes(value: &str) -> ScVal {
    bytes(&hex::decode(value).unwrap())
}

/// A symbol.
pub fn symbol(value: &str) -> ScVal {
    ScVal::Symbol(value.try_into().unwrap())
}

/// A list.
pub fn list(values: Vec<ScVal>) -> ScVal {
    ScVal::Vec(Some(values.try_into().unwrap()))
}

/// An address.
pub fn address(value: &ScAddress) -> ScVal {
    ScVal::Address(value.clone())
}

/// A 128-bit integer.
pub fn i128(value: i128) -> ScVal {
    ScVal::I128(Int128Parts { hi: (value >> 64) as i64, lo: value as u64 })
}

/// A 256-bit integer that fits 64 bits.
pub fn u256(value: u64) -> ScVal {
    ScVal::U256(UInt256Parts { hi_hi: 0, hi_lo: 0, lo_hi: 0, lo_lo: value })
}

/// Durability as the mirror contract's functions take it.
pub const TEMPORARY: ScVal = ScVal::Bool(false);
/// Durability as the mirror contract's functions take it.
pub const PERSISTENT: ScVal = ScVal::Bool(true);
