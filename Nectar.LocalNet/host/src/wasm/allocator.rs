//! Counts the bytes in use, so that a caller can see memory come back to its level after every call.
#![allow(unsafe_code)]

use super::size_classes::SizeClasses;
use std::alloc::{GlobalAlloc, Layout};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

#[global_allocator]
// SAFETY: the file is built without threads.
static ALLOCATOR: Counting = Counting(unsafe { SizeClasses::new() });

static BYTES_IN_USE: AtomicUsize = AtomicUsize::new(0);

/// Bytes handed out and not given back.
pub fn bytes_in_use() -> u32 {
    BYTES_IN_USE.load(Relaxed) as u32
}

struct Counting(SizeClasses);

// SAFETY: every call goes to the allocator beneath unchanged; only sizes are counted.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let pointer = self.0.alloc(layout);
        if !pointer.is_null() {
            BYTES_IN_USE.fetch_add(layout.size(), Relaxed);
        }
        pointer
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        let pointer = self.0.alloc_zeroed(layout);
        if !pointer.is_null() {
            BYTES_IN_USE.fetch_add(layout.size(), Relaxed);
        }
        pointer
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        self.0.dealloc(pointer, layout);
        BYTES_IN_USE.fetch_sub(layout.size(), Relaxed);
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        let moved = self.0.realloc(pointer, layout, new_size);
        if !moved.is_null() {
            BYTES_IN_USE.fetch_add(new_size, Relaxed);
            BYTES_IN_USE.fetch_sub(layout.size(), Relaxed);
        }
        moved
    }
}
