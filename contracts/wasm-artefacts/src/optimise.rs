use crate::record::sha256_hex;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is optimised for and how. The network's machine knows the MVP of wasm and mutable globals.
pub const OPTIMISER_FLAGS: [&str; 3] = ["-O3", "--mvp-features", "--enable-mutable-globals"];

/// Binaryen's `wasm-opt`, at the version that `binaryen/package-lock.json` pins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Optimiser {
    program: PathBuf,
    /// Its version and the flags: everything that has a say in the bytes.
    pub identity: String,
}

impl Optimiser {
    /// The optimiser, where it is installed beside this crate.
    pub fn installed() -> Option<Self> {
        let program = folder().join("node_modules/binaryen/bin/wasm-opt");
        let output = Command::new(&program).arg("--version").output().ok()?;
        output.status.success().then_some(())?;
        let version = String::from_utf8(output.stdout).ok()?;
        Some(Self { program, identity: format!("{} {}", version.trim(), OPTIMISER_FLAGS.join(" ")) })
    }

    /// The optimiser; where it is missing npm installs exactly the pinned one.
    pub fn ready() -> Result<Self, String> {
        if let Some(optimiser) = Self::installed() {
            return Ok(optimiser);
        }
        eprintln!("installing wasm-opt with npm");
        let status = Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder()).status();
        let status =
            status.map_err(|e| format!("wasm-opt is not installed, and npm, which installs it, is not: {e}"))?;
        if !status.success() {
            return Err(format!("npm ci in wasm-artefacts/binaryen failed ({status})"));
        }
        Self::installed().ok_or_else(|| "npm installed no wasm-opt".to_string())
    }

    /// The wasm with the same behaviour at less cost; custom sections are kept.
    pub fn optimise(&self, wasm: &[u8]) -> Result<Vec<u8>, String> {
        let scratch = std::env::temp_dir().join(format!("wasm-opt-{}-{}", std::process::id(), sha256_hex(wasm)));
        let optimised = self.run(wasm, &scratch);
        let _ = std::fs::remove_dir_all(&scratch);
        optimised
    }

    fn run(&self, wasm: &[u8], scratch: &Path) -> Result<Vec<u8>, String> {
        let (given, made) = (scratch.join("given.wasm"), scratch.join("made.wasm"));
        let unreadable = |e: std::io::Error| format!("{}: {e}", scratch.display());
        std::fs::create_dir_all(scratch).map_err(unreadable)?;
        std::fs::write(&given, wasm).map_err(unreadable)?;
        let output = Command::new(&self.program).args(OPTIMISER_FLAGS).arg(&given).arg("-o").arg(&made).output();
        let output = output.map_err(|e| format!("wasm-opt: {e}"))?;
        if !output.status.success() {
            return Err(format!("wasm-opt: {}", String::from_utf8_lossy(&output.stderr).trim()));
        }
        std::fs::read(&made).map_err(unreadable)
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("binaryen")
}
