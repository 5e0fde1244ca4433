use crate::compile::PROFILE;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target of every contract.
pub const TARGET: &str = "wasm32v1-none";

/// Where the target's `core` and `alloc` come from.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Library {
    /// Installed with the toolchain (`rustup target add wasm32v1-none`).
    Installed,
    /// Compiled with the contract from the toolchain's sources, and linked by this program (Debian's packages
    /// `rustc-web`, `rust-web-src`, `lld-19`).
    FromSource { linker: PathBuf },
}

/// A Rust toolchain that can build contracts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toolchain {
    rustc: PathBuf,
    cargo: PathBuf,
    library: Library,
    /// Versions of everything that has a say in the bytes: compiler, origin of `core`, linker.
    pub identity: String,
}

impl Toolchain {
    /// The toolchains at hand, best first: those with the target installed, then those that can compile it.
    pub fn all() -> Vec<Self> {
        let candidates = [("rustc", "cargo"), ("/usr/bin/rustc", "/usr/bin/cargo")];
        let installed = candidates.iter().filter_map(|(r, c)| Self::installed(r, c));
        let from_source = candidates.iter().filter_map(|(r, c)| Self::from_source(r, c));
        installed.chain(from_source).collect()
    }

    fn installed(rustc: &str, cargo: &str) -> Option<Self> {
        let folder = ask(rustc, &["--print", "target-libdir", "--target", TARGET])?;
        let has_core = std::fs::read_dir(folder).ok()?.flatten().any(|file| {
            let name = file.file_name().to_string_lossy().into_owned();
            name.starts_with("libcore-")
        });
        has_core.then_some(())?;
        Some(Self {
            rustc: rustc.into(),
            cargo: cargo.into(),
            library: Library::Installed,
            identity: format!("{}, core installed", ask(rustc, &["--version"])?),
        })
    }

    fn from_source(rustc: &str, cargo: &str) -> Option<Self> {
        let sysroot = ask(rustc, &["--print", "sysroot"])?;
        let sources = Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.toml");
        sources.exists().then_some(())?;
        let linker = find_linker()?;
        let version = ask(linker.to_str()?, &["--version"])?;
        Some(Self {
            rustc: rustc.into(),
            cargo: cargo.into(),
            identity: format!("{}, core from source, {version}", ask(rustc, &["--version"])?),
            library: Library::FromSource { linker },
        })
    }

    /// Cargo set up to build one contract of the workspace in `root` into the folder `target`, with these compiler flags.
    pub fn contract_build(&self, root: &Path, package: &str, target: &Path, flags: &[String]) -> Command {
        let mut cargo = self.cargo_build();
        cargo.args(["--locked", "--profile", PROFILE, "-p", package]).arg("--target-dir").arg(target).current_dir(root);
        cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
        cargo.env("SOROBAN_SDK_BUILD_SYSTEM_SUPPORTS_SPEC_SHAKING_V2", "1");
        cargo
    }

    /// Cargo set up to build for [`TARGET`] with this toolchain; flags and packages are the caller's.
    fn cargo_build(&self) -> Command {
        let mut cargo = Command::new(&self.cargo);
        cargo.args(["build", "--target", TARGET]);
        cargo.env("RUSTC", &self.rustc);
        if let Library::FromSource { linker } = &self.library {
            // The library of a stable compiler needs unstable features, so the compiler is told to allow them.
            cargo.arg("-Zbuild-std=core,alloc");
            cargo.env("RUSTC_BOOTSTRAP", "1");
            cargo.env("CARGO_TARGET_WASM32V1_NONE_LINKER", linker);
        }
        cargo
    }

    /// Folders of the toolchain whose names may end up in the bytes: its root, and its library's sources as linked.
    pub fn source_folders(&self) -> Vec<PathBuf> {
        let Some(sysroot) = self.rustc.to_str().and_then(|r| ask(r, &["--print", "sysroot"])) else {
            return Vec::new();
        };
        let sources = Path::new(&sysroot).join("lib/rustlib/src/rust");
        let resolved = sources.canonicalize().ok();
        std::iter::once(sources).chain(resolved).collect()
    }
}

fn find_linker() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let numbered = (15..40).rev().map(|n| format!("wasm-ld-{n}"));
    std::iter::once("wasm-ld".to_string())
        .chain(numbered)
        .find_map(|name| std::env::split_paths(&path).map(|folder| folder.join(&name)).find(|file| file.exists()))
}

fn ask(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    output.status.success().then_some(())?;
    Some(String::from_utf8(output.stdout).ok()?.trim().to_string())
}
