//! The native library and the wasm file are the same host.

mod support;

mod artefact;
mod assets;
mod crypto;
mod failures;
mod frames;
mod golden;
mod lifetimes;
mod memory;
mod mutations;
mod size_classes;
mod stories;
