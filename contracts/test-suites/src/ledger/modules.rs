//! Parsed contract modules, kept for the whole process as a node keeps them.
//!
//! A node charges a call for the instantiation of a contract's module only, since it holds all live
//! contracts parsed: without the cache the measured instructions would not be the network's.

use super::PROTOCOL;
use soroban_env_host::budget::{AsBudget, Budget};
use soroban_env_host::{CompilationContext, Error, ErrorHandler, HostError, ModuleCache, Val};
use std::fmt::Debug;
use std::sync::OnceLock;

/// The cache. Modules enter it by their hash, so all ledgers of the process can share it.
pub fn cache() -> ModuleCache {
    static CACHE: OnceLock<ModuleCache> = OnceLock::new();
    CACHE.get_or_init(|| ModuleCache::new(&Outside::default()).expect("the host's linker")).clone()
}

/// Parses `wasm` into the cache. It was uploaded successfully before, so it parses.
pub fn remember(wasm: &[u8]) {
    cache().parse_and_cache_module_simple(&Outside::default(), PROTOCOL, wasm).expect("an uploaded wasm parses");
}

/// Parsing happens outside of any transaction; the host still wants a budget to charge.
#[derive(Clone, Default)]
struct Outside(Budget);

impl AsBudget for Outside {
    fn as_budget(&self) -> &Budget {
        &self.0
    }
}

impl ErrorHandler for Outside {
    fn map_err<T, E>(&self, result: Result<T, E>) -> Result<T, HostError>
    where
        Error: From<E>,
        E: Debug,
    {
        result.map_err(HostError::from)
    }

    fn error(&self, error: Error, _message: &str, _values: &[Val]) -> HostError {
        HostError::from(error)
    }
}

impl CompilationContext for Outside {}
