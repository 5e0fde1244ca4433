//! XDR to bytes and back.

use soroban_env_host::xdr::{Limits, ReadXdr, WriteXdr};

/// `value` in XDR.
pub fn encode(value: &impl WriteXdr) -> Vec<u8> {
    value.to_xdr(Limits::none()).expect("XDR into memory")
}

/// What the host wrote.
pub fn decode<T: ReadXdr>(bytes: &[u8]) -> T {
    T::from_xdr(bytes, Limits::none()).expect("XDR that the host wrote")
}

/// Length in bytes.
pub fn len(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).expect("entries are far below 4 GiB")
}
