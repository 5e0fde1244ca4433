use std::path::{Path, PathBuf};
use wasm_artefacts::{linked, strip, Toolchain, FLAGS, PROFILE};

/// Settings that build a contract fast instead of well: it does the same at a higher price, but not at one that the
/// network refuses.
const FAST: [&str; 3] = ["lto=\"off\"", "incremental=true", "opt-level=\"s\""];

/// Builds the contracts of a tree, without `wasm-opt`. What is compiled is kept, so that the next build of a contract
/// compiles what was changed.
pub struct Builder {
    toolchain: Toolchain,
    root: PathBuf,
    target: PathBuf,
}

impl Builder {
    /// For the workspace in `root`, working in the folder `target`.
    pub fn new(root: &Path, target: &Path) -> Result<Self, String> {
        let toolchain =
            Toolchain::all().into_iter().next().ok_or("no toolchain here builds contracts; see build.sh")?;
        Ok(Self { toolchain, root: root.to_path_buf(), target: target.to_path_buf() })
    }

    /// The wasm of a contract crate; nothing where it does not compile. Fails where cargo does for another reason.
    pub fn build(&self, package: &str) -> Result<Option<Vec<u8>>, String> {
        let mut cargo = self.toolchain.contract_build(&self.root, package, &self.target, &FLAGS.map(str::to_string));
        cargo.arg("--quiet");
        for setting in FAST {
            cargo.args(["--config", &format!("profile.{PROFILE}.{setting}")]);
        }
        let output = cargo.output().map_err(|e| format!("cannot run cargo: {e}"))?;
        if !output.status.success() {
            let told = String::from_utf8_lossy(&output.stderr);
            return if told.contains("could not compile") { Ok(None) } else { Err(told.trim().to_string()) };
        }
        strip(&linked(&self.target, &package.replace('-', "_"))?).map(Some)
    }
}
