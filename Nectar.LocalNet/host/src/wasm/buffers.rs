//! The buffers that cross the border. Each is known by its address, so that a wrong address or length from outside is
//! noticed and does no harm.

use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    static BUFFERS: RefCell<BTreeMap<u32, Vec<u8>>> = const { RefCell::new(BTreeMap::new()) };
}

/// Hands a buffer out; its address, or 0 where it is empty.
pub fn hand_out(buffer: Vec<u8>) -> u32 {
    if buffer.is_empty() {
        return 0;
    }
    let address = buffer.as_ptr() as usize as u32;
    BUFFERS.with_borrow_mut(|buffers| buffers.insert(address, buffer));
    address
}

/// Hands out an empty buffer to be filled from outside; 0 where there is no memory for it.
pub fn reserve(length: u32) -> u32 {
    let mut buffer = Vec::new();
    if buffer.try_reserve_exact(length as usize).is_err() {
        return 0;
    }
    buffer.resize(length as usize, 0);
    hand_out(buffer)
}

/// Takes a buffer out of circulation while it is read; `None` for an address that was not handed out.
pub fn take(address: u32) -> Option<Vec<u8>> {
    // The bytes were written from outside since the buffer was made; the compiler must not assume otherwise.
    BUFFERS.with_borrow_mut(|buffers| buffers.remove(&address)).map(std::hint::black_box)
}
