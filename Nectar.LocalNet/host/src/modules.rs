//! Contract modules that were parsed before, kept from call to call.
//!
//! The network keeps every live contract's module parsed and charges nobody for parsing it; so what an invocation costs
//! must not depend on what this cache happens to hold: all live code of the footprint is put in before the host starts.

use soroban_env_host::budget::{AsBudget, Budget};
use soroban_env_host::xdr::{ContractCostParams, Hash};
use soroban_env_host::{CompilationContext, Error, ErrorHandler, HostError, ModuleCache, Val};
use std::fmt::Debug;

/// Wasm bytes kept parsed before all are dropped and the cache starts anew: some four hundred contracts of common size.
/// The interpreter's code store only grows, so modules cannot be dropped one by one.
const MAX_CODE_BYTES: usize = 16 << 20;

/// The cache of one host.
#[derive(Default)]
pub struct Modules {
    cache: Option<ModuleCache>,
    code_bytes: usize,
}

impl Modules {
    /// Forgets every module.
    pub fn drop_all(&mut self) {
        *self = Self::default();
    }

    /// A cache that holds the given live code, and holds nothing of `restored`: code that was archived is parsed, and
    /// paid for, by the invocation that restores it.
    pub fn with(&mut self, protocol: u32, live: &[(Hash, &[u8])], restored: &[Hash]) -> Result<ModuleCache, HostError> {
        let context = Unmetered::new()?;
        if self.code_bytes > MAX_CODE_BYTES {
            self.drop_all();
        }
        let mut cache = match &self.cache {
            Some(cache) => cache.clone(),
            None => self.cache.insert(ModuleCache::new(&context)?).clone(),
        };
        for hash in restored {
            if cache.contains_module(hash)? {
                cache = ModuleCache::new(&context)?;
                break;
            }
        }
        for (hash, wasm) in live {
            if cache.contains_module(hash)? {
                continue;
            }
            // Code that does not parse is left to the host, which tells the contract's caller what is wrong with it.
            if cache.parse_and_cache_module_simple(&context, protocol, wasm).is_ok() {
                self.code_bytes = self.code_bytes.saturating_add(wasm.len());
            }
        }
        Ok(cache)
    }
}

/// Parsing for the cache is nobody's expense.
#[derive(Clone)]
struct Unmetered(Budget);

impl Unmetered {
    fn new() -> Result<Self, HostError> {
        let free = ContractCostParams::default;
        Ok(Self(Budget::try_from_configs(u64::MAX, u64::MAX, free(), free())?))
    }
}

impl AsBudget for Unmetered {
    fn as_budget(&self) -> &Budget {
        &self.0
    }
}

impl ErrorHandler for Unmetered {
    fn map_err<T, E>(&self, result: Result<T, E>) -> Result<T, HostError>
    where
        Error: From<E>,
        E: Debug,
    {
        result.map_err(|error| HostError::from(Error::from(error)))
    }

    fn error(&self, error: Error, _message: &str, _args: &[Val]) -> HostError {
        HostError::from(error)
    }
}

impl CompilationContext for Unmetered {}
