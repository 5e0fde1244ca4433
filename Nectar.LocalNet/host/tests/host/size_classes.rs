//! The wasm file's allocator gives every block to one owner at a time, and keeps what is in it.

#[path = "../../src/wasm/size_classes.rs"]
mod allocator;

use allocator::{SizeClasses, LARGEST};
use proptest::prelude::*;
use std::alloc::{GlobalAlloc, Layout};

/// What a program does with memory; the numbers choose among its blocks.
#[derive(Clone, Debug)]
enum Step {
    Ask { size: usize, align: usize, zeroed: bool },
    Resize { block: usize, size: usize },
    GiveBack { block: usize },
}

/// A block in the program's hands, filled with its mark.
struct Block {
    address: *mut u8,
    layout: Layout,
    mark: u8,
}

impl Block {
    #[allow(unsafe_code)]
    fn bytes(&mut self) -> &mut [u8] {
        // SAFETY: the block is ours for as long as this value lives, which is what the test is about.
        unsafe { std::slice::from_raw_parts_mut(self.address, self.layout.size()) }
    }

    fn check(&mut self) {
        assert_eq!(self.address as usize % self.layout.align(), 0, "{:?}", self.layout);
        let mark = self.mark;
        assert!(self.bytes().iter().all(|byte| *byte == mark), "somebody wrote into {:?}", self.layout);
    }
}

fn sizes() -> impl Strategy<Value = usize> {
    prop_oneof![1..200_usize, LARGEST - 20..LARGEST + 20, 1..100_000_usize]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let aligns = prop_oneof![Just(1_usize), Just(4), Just(8), Just(16), Just(64)];
    let ask = (sizes(), aligns, any::<bool>()).prop_map(|(size, align, zeroed)| Step::Ask { size, align, zeroed });
    let resize = (any::<usize>(), sizes()).prop_map(|(block, size)| Step::Resize { block, size });
    let give_back = any::<usize>().prop_map(|block| Step::GiveBack { block });
    prop::collection::vec(prop_oneof![3 => ask, 1 => resize, 2 => give_back], 1..300)
}

proptest! {
    #[test]
    #[allow(unsafe_code)]
    fn no_block_is_handed_out_twice_and_none_loses_its_content(steps in steps()) {
        // SAFETY: one thread.
        let allocator = unsafe { SizeClasses::new() };
        let mut blocks: Vec<Block> = Vec::new();
        for (turn, step) in steps.into_iter().enumerate() {
            let mark = turn as u8;
            match step {
                Step::Ask { size, align, zeroed } => {
                    let layout = Layout::from_size_align(size, align).unwrap();
                    // SAFETY: the size is not 0.
                    let address = unsafe { if zeroed { allocator.alloc_zeroed(layout) } else { allocator.alloc(layout) } };
                    let mut block = Block { address, layout, mark: 0 };
                    if zeroed {
                        block.check();
                    }
                    block.bytes().fill(mark);
                    blocks.push(Block { mark, ..block });
                }
                Step::Resize { block, size } if !blocks.is_empty() => {
                    let index = block % blocks.len();
                    let block = &mut blocks[index];
                    let kept = block.layout.size().min(size);
                    // SAFETY: the block is ours, its layout the one it was asked for with.
                    block.address = unsafe { allocator.realloc(block.address, block.layout, size) };
                    block.layout = Layout::from_size_align(kept, block.layout.align()).unwrap();
                    block.check();
                    block.layout = Layout::from_size_align(size, block.layout.align()).unwrap();
                    block.mark = mark;
                    block.bytes().fill(mark);
                }
                Step::GiveBack { block } if !blocks.is_empty() => {
                    let mut block = blocks.swap_remove(block % blocks.len());
                    block.check();
                    // SAFETY: it is ours, and nobody uses it after this.
                    unsafe { allocator.dealloc(block.address, block.layout) };
                }
                _ => {}
            }
        }
        for mut block in blocks {
            block.check();
            // SAFETY: as above.
            unsafe { allocator.dealloc(block.address, block.layout) };
        }
    }
}
