//! The wasm file's own side: exports, the one import, and the count of memory in use.

mod allocator;
mod buffers;
mod exports;
mod import;
mod size_classes;
