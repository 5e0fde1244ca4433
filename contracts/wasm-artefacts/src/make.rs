use crate::compile::{compile, FLAGS, PROFILE};
use crate::optimise::Optimiser;
use crate::record::{sha256_hex, Folder, Record};
use crate::sources::digest;
use crate::spec::strip;
use crate::toolchain::{Toolchain, TARGET};
use crate::workspace::{Contract, Workspace};

/// Builds the contracts one after another and stores each as soon as it is built. Stops at the first that fails.
pub fn make(workspace: &Workspace, contracts: &[Contract]) -> Result<(), String> {
    let toolchain = Toolchain::all().into_iter().next().ok_or_else(|| {
        format!(
            "no Rust toolchain here can build for {TARGET}: run `rustup target add {TARGET}`, or on Debian install \
             rustc-web, cargo-web, rust-web-src and lld-19"
        )
    })?;
    let optimiser = Optimiser::ready()?;
    eprintln!("building with {}, {}", toolchain.identity, optimiser.identity);
    let folder = Folder(workspace.wasm_folder());
    for contract in contracts {
        // Hashed first: an edit made during the build then shows as drift instead of being missed.
        let sources = digest(workspace, contract)?;
        let unoptimised = build(workspace, &toolchain, contract)?;
        let wasm = optimiser.optimise(&unoptimised).map_err(|e| format!("{}: {e}", contract.name))?;
        let record = Record {
            toolchain: toolchain.identity.clone(),
            flags: format!("--profile {PROFILE} {}", FLAGS.join(" ")),
            sources,
            optimiser: optimiser.identity.clone(),
            unoptimised: sha256_hex(&unoptimised),
            sha256: sha256_hex(&wasm),
            bytes: wasm.len(),
        };
        folder.store(&contract.stem, &wasm, &record)?;
        println!("{}  {} bytes  {}", record.sha256, record.bytes, contract.name);
    }
    Ok(())
}

/// One contract from sources to the bytes that the optimiser is given.
pub fn build(workspace: &Workspace, toolchain: &Toolchain, contract: &Contract) -> Result<Vec<u8>, String> {
    let linked = compile(workspace, toolchain, contract)?;
    strip(&linked).map_err(|e| format!("{}: {e}", contract.name))
}
