//! Small blocks from lists by size, since the host asks for and gives back little else: one list for every 16 bytes.
#![allow(unsafe_code)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::UnsafeCell;
use std::ptr::{copy_nonoverlapping, null_mut};

/// Every class is a multiple of it, and every block is aligned to it.
const GRAIN: usize = 16;
/// Larger blocks are the system's.
pub const LARGEST: usize = 1024;
/// What small blocks are cut from. It is never given back: a block that was freed serves its class again.
const SLAB_BYTES: usize = 64 << 10;

/// The system's allocator with lists of free small blocks before it. For one thread only.
pub struct SizeClasses(UnsafeCell<Lists>);

struct Lists {
    /// The first free block of each class; a free block begins with the address of the next.
    free: [*mut u8; LARGEST / GRAIN + 1],
    /// What is left of the newest slab.
    uncut: *mut u8,
    uncut_bytes: usize,
}

// SAFETY: whoever makes one promises a single thread; the wasm file has no other.
unsafe impl Sync for SizeClasses {}

impl SizeClasses {
    /// Empty lists.
    ///
    /// # Safety
    /// Only one thread may use it.
    pub const unsafe fn new() -> Self {
        Self(UnsafeCell::new(Lists { free: [null_mut(); LARGEST / GRAIN + 1], uncut: null_mut(), uncut_bytes: 0 }))
    }
}

/// The class of a layout, or `None` where the block is the system's.
fn class(layout: Layout) -> Option<usize> {
    (layout.size() <= LARGEST && layout.align() <= GRAIN).then(|| layout.size().div_ceil(GRAIN))
}

impl Lists {
    /// Cuts a block from the slab; null where no memory is left. What remains of a full slab is lost: less than a block.
    #[cold]
    unsafe fn cut(&mut self, class: usize) -> *mut u8 {
        let bytes = class * GRAIN;
        if self.uncut_bytes < bytes {
            let slab = System.alloc(Layout::from_size_align_unchecked(SLAB_BYTES, GRAIN));
            if slab.is_null() {
                return slab;
            }
            (self.uncut, self.uncut_bytes) = (slab, SLAB_BYTES);
        }
        let block = self.uncut;
        self.uncut = block.add(bytes);
        self.uncut_bytes -= bytes;
        block
    }
}

// SAFETY: a block is on at most one list and then in nobody's hands; classes are derived from layouts, which callers
// give alike when they ask for a block and when they give it back; large blocks are the system's throughout.
unsafe impl GlobalAlloc for SizeClasses {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let Some(class) = class(layout) else { return System.alloc(layout) };
        let lists = &mut *self.0.get();
        let block = lists.free[class];
        if block.is_null() {
            return lists.cut(class);
        }
        lists.free[class] = *block.cast::<*mut u8>();
        block
    }

    #[inline(never)]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        let Some(class) = class(layout) else { return System.dealloc(block, layout) };
        let lists = &mut *self.0.get();
        *block.cast::<*mut u8>() = lists.free[class];
        lists.free[class] = block;
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if class(layout).is_none() {
            return System.alloc_zeroed(layout);
        }
        let block = self.alloc(layout);
        if !block.is_null() {
            block.write_bytes(0, layout.size());
        }
        block
    }

    #[inline(never)]
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        let wanted = Layout::from_size_align_unchecked(new_size, layout.align());
        match (class(layout), class(wanted)) {
            (None, None) => return System.realloc(block, layout, new_size),
            (Some(old), Some(new)) if old == new => return block,
            _ => {}
        }
        let moved = self.alloc(wanted);
        if !moved.is_null() {
            copy_nonoverlapping(block, moved, layout.size().min(new_size));
            self.dealloc(block, layout);
        }
        moved
    }
}
