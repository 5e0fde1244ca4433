//! The one import: the caller's ledger, by key.
#![allow(unsafe_code)]

use crate::frame::MAX_REQUEST_BYTES;
use crate::source::EntrySource;

#[link(wasm_import_module = "nectar")]
extern "C" {
    /// See README.md, "The import".
    fn fetch_entry(key: *const u8, key_length: u32, answer: *mut u8, answer_capacity: u32) -> i32;
}

/// First size of the buffer for an answer: above what almost every entry needs.
const FIRST_CAPACITY: usize = 16 << 10;

/// There is no such entry.
const ABSENT: i32 = -1;

/// The ledger outside.
pub struct Imported;

impl EntrySource for Imported {
    fn fetch(&self, key: &[u8]) -> Result<Option<Vec<u8>>, String> {
        let mut answer = vec![0; FIRST_CAPACITY];
        loop {
            // SAFETY: the caller reads the key and writes at most `answer_capacity` bytes; a caller that does otherwise
            // has the module's memory in its hands anyway.
            let length =
                unsafe { fetch_entry(key.as_ptr(), key.len() as u32, answer.as_mut_ptr(), answer.len() as u32) };
            let length = match usize::try_from(length) {
                Ok(length) => length,
                Err(_) if length == ABSENT => return Ok(None),
                Err(_) => return Err(format!("fetch_entry answered {length}")),
            };
            if length <= answer.len() {
                answer.truncate(length);
                return Ok(Some(std::hint::black_box(answer)));
            }
            if length > MAX_REQUEST_BYTES || answer.len() > FIRST_CAPACITY {
                return Err(format!("fetch_entry answered {length} for a buffer of {} bytes", answer.len()));
            }
            answer = vec![0; length];
        }
    }
}
