//! The exports; `README.md` describes each for callers.
#![allow(unsafe_code)]

use super::import::Imported;
use super::{allocator, buffers};
use crate::frame::{Refusal, Response, Status, MAX_REQUEST_BYTES};
use crate::Host;
use std::cell::RefCell;
use std::rc::Rc;

thread_local! {
    static HOST: RefCell<Host> = RefCell::new(Host::new());
}

/// A buffer of `length` bytes for a request: its address, or 0 where it is longer than a request may be or there is no
/// memory for it.
#[no_mangle]
extern "C" fn nectar_allocate(length: u32) -> u32 {
    if length as usize > MAX_REQUEST_BYTES {
        return 0;
    }
    buffers::reserve(length)
}

/// Gives back a buffer: one from `nectar_allocate`, or a response. 1, or 0 where the address is of neither.
#[no_mangle]
extern "C" fn nectar_release(address: u32) -> u32 {
    buffers::take(address).is_some().into()
}

/// Answers the request in a buffer: the response's address in the upper 32 bits, its length in the lower. The request's
/// buffer stays the caller's.
#[no_mangle]
extern "C" fn nectar_call(address: u32, length: u32) -> u64 {
    let Some(request) = buffers::take(address) else {
        return respond(misused(format!("no buffer was handed out at {address}")).encode());
    };
    let response = match request.get(..length as usize) {
        Some(frame) => HOST.with(|host| match host.try_borrow_mut() {
            Ok(mut host) => host.call(frame, Rc::new(Imported)),
            Err(_) => misused("the module is inside a call".to_owned()).encode(),
        }),
        None => misused(format!("the buffer at {address} has {} bytes, not {length}", request.len())).encode(),
    };
    buffers::hand_out(request);
    respond(response)
}

/// Bytes of memory in use: the same before a call and after it once the response is given back, but for the module
/// cache.
#[no_mangle]
extern "C" fn nectar_bytes_in_use() -> u32 {
    allocator::bytes_in_use()
}

fn misused(message: String) -> Response {
    Response::Refused(Refusal::new(Status::Misused, message))
}

fn respond(response: Vec<u8>) -> u64 {
    let length = response.len() as u64;
    u64::from(buffers::hand_out(response)) << 32 | length
}
