//! Decoding and encoding of chain values, with the limits that every value from outside must keep.

use crate::frame::{Refusal, Status};
use sha2::{Digest, Sha256};
use soroban_env_host::xdr::{LedgerKey, Limits, ReadXdr, ScError, WriteXdr};
use soroban_env_host::{HostError, DEFAULT_XDR_RW_LIMITS};

/// The longest single XDR value that is looked at. The network's own limits are far below: 131,072 bytes of wasm,
/// 65,536 bytes of contract data, 132,096 bytes of transaction.
pub const MAX_VALUE_BYTES: usize = 1 << 20;

/// Decodes one whole value; `what` names it in the refusal. Nesting is limited as in the host itself (500).
pub fn decode<T: ReadXdr>(what: &str, bytes: &[u8]) -> Result<T, Refusal> {
    if bytes.len() > MAX_VALUE_BYTES {
        let message = format!("{what} is {} bytes long, at most {MAX_VALUE_BYTES} are accepted", bytes.len());
        return Err(Refusal::new(Status::MalformedValue, message));
    }
    let limits = Limits { depth: DEFAULT_XDR_RW_LIMITS.depth, len: bytes.len() };
    T::from_xdr(bytes, limits).map_err(|error| {
        let message = format!("{what} is not the XDR of a {}: {error}", type_name::<T>());
        Refusal::new(Status::MalformedValue, message)
    })
}

/// Encodes a value that the host made; it fails only for one nested deeper than the host allows.
pub fn encode<T: WriteXdr>(value: &T) -> Result<Vec<u8>, Refusal> {
    value.to_xdr(DEFAULT_XDR_RW_LIMITS).map_err(|error| {
        Refusal::new(Status::Internal, format!("a {} could not be encoded: {error}", type_name::<T>()))
    })
}

/// The host's error as contracts and clients see it.
pub fn encode_error(error: &HostError) -> Result<Vec<u8>, Refusal> {
    let error = ScError::try_from(error);
    encode(&error.map_err(|error| Refusal::new(Status::Internal, format!("an error is no ScError: {error}")))?)
}

/// Encodes every value of a list.
pub fn encode_all<T: WriteXdr>(values: &[T]) -> Result<Vec<Vec<u8>>, Refusal> {
    values.iter().map(encode).collect()
}

/// A key in words: its type, and the SHA-256 of its XDR, by which lifetimes are filed.
pub fn name_key(key: &LedgerKey) -> String {
    let hash = encode(key).map(Sha256::digest).unwrap_or_default();
    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{} key with hash {hex}", key.name())
}

fn type_name<T>() -> &'static str {
    let name = std::any::type_name::<T>();
    name.rsplit("::").next().unwrap_or(name)
}
