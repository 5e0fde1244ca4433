use crate::toolchain::{Toolchain, TARGET};
use crate::workspace::{Contract, Workspace};
use std::collections::BTreeSet;
use std::path::Path;

/// Compiler flags that decide the bytes. A stack of 32 KiB instead of the default 1 MiB: every page of it is paid for
/// by every call.
pub const FLAGS: [&str; 2] = ["-C", "link-arg=-zstack-size=32768"];

/// The cargo profile of everything that goes on chain.
pub const PROFILE: &str = "contract";

/// Compiles one contract and returns the linked wasm, spec entries not yet stripped. Cargo's progress goes to stderr.
///
/// Names of folders are replaced, so that the bytes do not depend on where the checkout, cargo's home or the
/// toolchain are.
pub fn compile(workspace: &Workspace, toolchain: &Toolchain, contract: &Contract) -> Result<Vec<u8>, String> {
    let mut flags: Vec<String> = FLAGS.iter().map(|f| f.to_string()).collect();
    flags.extend(remapped_folders(workspace, toolchain));
    let folder = workspace.build_folder();
    let mut cargo = toolchain.contract_build(&workspace.root, &contract.name, &folder, &flags);
    // Settings of the caller's shell must not find their way into the bytes.
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("CARGO_PROFILE_") {
            cargo.env_remove(name);
        }
    }
    let status = cargo.status().map_err(|e| format!("cannot run cargo: {e}"))?;
    if !status.success() {
        return Err(format!("{} does not compile ({status})", contract.name));
    }
    linked(&folder, &contract.stem)
}

/// The linked wasm that a [`Toolchain::contract_build`] into the folder `target` left, spec entries not yet stripped.
pub fn linked(target: &Path, stem: &str) -> Result<Vec<u8>, String> {
    let file = target.join(TARGET).join(PROFILE).join(format!("{stem}.wasm"));
    std::fs::read(&file).map_err(|e| format!("{}: {e}", file.display()))
}

fn remapped_folders(workspace: &Workspace, toolchain: &Toolchain) -> Vec<String> {
    let dependencies: BTreeSet<_> = workspace
        .metadata
        .packages
        .iter()
        .filter(|package| package.source.is_some())
        .filter_map(|package| package.manifest_path.parent()?.parent())
        .map(|folder| folder.to_string())
        .collect();
    let toolchain: Vec<_> = toolchain.source_folders().iter().map(|folder| folder.display().to_string()).collect();
    let root = workspace.root.display().to_string();
    let named = dependencies.into_iter().map(|folder| (folder, "/dependencies"));
    let named = named.chain(toolchain.into_iter().map(|folder| (folder, "/rust")));
    named
        .chain(std::iter::once((root, "/contracts")))
        .map(|(folder, name)| format!("--remap-path-prefix={folder}={name}"))
        .collect()
}
