//! The wasm file, run by Wasmtime as a foreign caller would: by the interface document alone.

use nectar_host::EntrySource;
use std::path::Path;
use std::rc::Rc;
use std::sync::OnceLock;
use wasmtime::{Caller, Config, Engine, Instance, Linker, Memory, Module, Store, TypedFunc};

/// The machine stack that the interface document asks callers for.
pub const STACK_BYTES: usize = 2 << 20;

/// The stack in linear memory, as `build.sh` has it laid out.
pub const LINEAR_STACK_BYTES: usize = 8 << 20;

/// What the imports see.
struct Surroundings {
    source: Option<Rc<dyn EntrySource>>,
    stderr: Vec<u8>,
}

/// One instance of the file.
pub struct WasmHost {
    store: Store<Surroundings>,
    memory: Memory,
    allocate: TypedFunc<u32, u32>,
    release: TypedFunc<u32, u32>,
    call: TypedFunc<(u32, u32), u64>,
    bytes_in_use: TypedFunc<(), u32>,
}

/// The file's bytes.
pub fn file() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("nectar-host.wasm");
    std::fs::read(path).expect("nectar-host.wasm: run ./build.sh")
}

fn compiled() -> &'static Module {
    static MODULE: OnceLock<Module> = OnceLock::new();
    MODULE.get_or_init(|| compile(STACK_BYTES))
}

fn compile(stack_bytes: usize) -> Module {
    Module::new(&engine(stack_bytes), file()).unwrap()
}

/// The engine with a machine stack of that size.
pub fn engine(stack_bytes: usize) -> Engine {
    let mut config = Config::new();
    config.max_wasm_stack(stack_bytes);
    Engine::new(&config).unwrap()
}

impl WasmHost {
    /// A fresh instance.
    pub fn new() -> Self {
        Self::of(compiled())
    }

    /// A fresh instance on a machine stack of another size.
    pub fn with_stack(bytes: usize) -> Self {
        Self::of(&compile(bytes))
    }

    /// A fresh instance of compiled code.
    pub fn of(module: &Module) -> Self {
        let mut store = Store::new(module.engine(), Surroundings { source: None, stderr: Vec::new() });
        let instance = linker(module.engine()).instantiate(&mut store, module).unwrap();
        if let Ok(initialize) = instance.get_typed_func::<(), ()>(&mut store, "_initialize") {
            initialize.call(&mut store, ()).unwrap();
        }
        Self::exports(store, instance)
    }

    fn exports(mut store: Store<Surroundings>, instance: Instance) -> Self {
        Self {
            memory: instance.get_memory(&mut store, "memory").unwrap(),
            allocate: instance.get_typed_func(&mut store, "nectar_allocate").unwrap(),
            release: instance.get_typed_func(&mut store, "nectar_release").unwrap(),
            call: instance.get_typed_func(&mut store, "nectar_call").unwrap(),
            bytes_in_use: instance.get_typed_func(&mut store, "nectar_bytes_in_use").unwrap(),
            store,
        }
    }

    /// Answers a request frame; an error is a trap, with what the module wrote before it.
    pub fn try_call(&mut self, request: &[u8], source: Rc<dyn EntrySource>) -> Result<Vec<u8>, String> {
        self.store.data_mut().source = Some(source);
        let result = self.exchange(request);
        self.store.data_mut().source = None;
        result.map_err(|trap| format!("{trap:?}\n{}", String::from_utf8_lossy(&self.store.data().stderr)))
    }

    fn exchange(&mut self, request: &[u8]) -> wasmtime::Result<Vec<u8>> {
        let address = self.allocate.call(&mut self.store, request.len() as u32)?;
        self.memory.write(&mut self.store, address as usize, request)?;
        let packed = self.call.call(&mut self.store, (address, request.len() as u32))?;
        self.release.call(&mut self.store, address)?;
        let (response, length) = ((packed >> 32) as u32, packed as u32 as usize);
        let mut bytes = vec![0; length];
        self.memory.read(&self.store, response as usize, &mut bytes)?;
        assert_eq!(self.release.call(&mut self.store, response)?, 1);
        Ok(bytes)
    }

    /// Calls `nectar_call` with an address and a length of any kind.
    pub fn raw_call(&mut self, address: u32, length: u32) -> wasmtime::Result<u64> {
        self.call.call(&mut self.store, (address, length))
    }

    /// Calls `nectar_release` with any address.
    pub fn raw_release(&mut self, address: u32) -> wasmtime::Result<u32> {
        self.release.call(&mut self.store, address)
    }

    /// Calls `nectar_allocate` with any length.
    pub fn raw_allocate(&mut self, length: u32) -> wasmtime::Result<u32> {
        self.allocate.call(&mut self.store, length)
    }

    /// Bytes in use inside.
    pub fn bytes_in_use(&mut self) -> u32 {
        self.bytes_in_use.call(&mut self.store, ()).unwrap()
    }

    /// The most bytes that the stack in linear memory ever took. It lies at the very beginning, grows downwards, and what
    /// it has not reached is zero.
    pub fn linear_stack_bytes(&self) -> usize {
        let stack = &self.memory.data(&self.store)[..LINEAR_STACK_BYTES];
        LINEAR_STACK_BYTES - stack.iter().position(|byte| *byte != 0).unwrap_or(LINEAR_STACK_BYTES)
    }

    /// Bytes that the instance took from its surroundings.
    pub fn memory_bytes(&self) -> usize {
        self.memory.data_size(&self.store)
    }
}

/// The five inert WASI imports and the one that matters.
fn linker(engine: &Engine) -> Linker<Surroundings> {
    let mut linker = Linker::new(engine);
    let wasi = "wasi_snapshot_preview1";
    linker
        .func_wrap(wasi, "random_get", |mut caller: Caller<Surroundings>, at: u32, length: u32| -> i32 {
            let memory = memory(&mut caller);
            memory.data_mut(&mut caller)[at as usize..][..length as usize].fill(0);
            0
        })
        .unwrap();
    linker.func_wrap(wasi, "environ_get", |_: u32, _: u32| -> i32 { 0 }).unwrap();
    linker
        .func_wrap(wasi, "environ_sizes_get", |mut caller: Caller<Surroundings>, count: u32, size: u32| -> i32 {
            let memory = memory(&mut caller);
            memory.write(&mut caller, count as usize, &[0; 4]).unwrap();
            memory.write(&mut caller, size as usize, &[0; 4]).unwrap();
            0
        })
        .unwrap();
    linker
        .func_wrap(
            wasi,
            "fd_write",
            |mut caller: Caller<Surroundings>, _: u32, parts: u32, count: u32, out: u32| -> i32 {
                let memory = memory(&mut caller);
                let word = |data: &[u8], at: usize| u32::from_le_bytes(data[at..at + 4].try_into().unwrap()) as usize;
                let (data, surroundings) = memory.data_and_store_mut(&mut caller);
                let before = surroundings.stderr.len();
                for part in 0..count as usize {
                    let at = parts as usize + 8 * part;
                    let (start, length) = (word(data, at), word(data, at + 4));
                    surroundings.stderr.extend_from_slice(&data[start..][..length]);
                }
                let written = (surroundings.stderr.len() - before) as u32;
                data[out as usize..][..4].copy_from_slice(&written.to_le_bytes());
                0
            },
        )
        .unwrap();
    linker
        .func_wrap(wasi, "proc_exit", |code: u32| -> wasmtime::Result<()> {
            Err(wasmtime::Error::msg(format!("the module exited with {code}")))
        })
        .unwrap();
    linker.func_wrap("nectar", "fetch_entry", fetch_entry).unwrap();
    linker
}

fn fetch_entry(mut caller: Caller<Surroundings>, key: u32, length: u32, answer: u32, capacity: u32) -> i32 {
    let memory = memory(&mut caller);
    let mut bytes = vec![0; length as usize];
    memory.read(&caller, key as usize, &mut bytes).unwrap();
    let source = caller.data().source.clone().expect("only calls fetch");
    match source.fetch(&bytes) {
        Err(_) => -2,
        Ok(None) => -1,
        Ok(Some(found)) => {
            if found.len() <= capacity as usize {
                memory.write(&mut caller, answer as usize, &found).unwrap();
            }
            found.len() as i32
        }
    }
}

fn memory(caller: &mut Caller<Surroundings>) -> Memory {
    caller.get_export("memory").unwrap().into_memory().unwrap()
}
