use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What one artefact was built from, kept beside it as `NAME.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Versions of compiler, core library and linker.
    pub toolchain: String,
    /// Compiler flags that decide the bytes, and the cargo profile.
    pub flags: String,
    /// SHA-256 (hex) of the sources.
    pub sources: String,
    /// Version and flags of the optimiser.
    pub optimiser: String,
    /// SHA-256 (hex) of the wasm before it was optimised.
    pub unoptimised: String,
    /// SHA-256 (hex) of the wasm file; also the hash under which it is uploaded.
    pub sha256: String,
    /// Size of the wasm file in bytes.
    pub bytes: usize,
}

/// The folder of artefacts: `NAME.wasm`, `NAME.json` and `SHA256SUMS` in the format of `sha256sum`.
pub struct Folder(pub PathBuf);

impl Folder {
    /// The artefact as stored, or `None` when there is none.
    pub fn wasm(&self, stem: &str) -> Option<Vec<u8>> {
        std::fs::read(self.0.join(format!("{stem}.wasm"))).ok()
    }

    /// The artefact's record, or `None` when there is none that can be read.
    pub fn record(&self, stem: &str) -> Option<Record> {
        let text = std::fs::read_to_string(self.0.join(format!("{stem}.json"))).ok()?;
        serde_json::from_str(&text).ok()
    }

    /// Stores an artefact with its record, then writes `SHA256SUMS` anew from the artefacts that are there.
    pub fn store(&self, stem: &str, wasm: &[u8], record: &Record) -> Result<(), String> {
        std::fs::create_dir_all(&self.0).map_err(|e| format!("{}: {e}", self.0.display()))?;
        let json = serde_json::to_string_pretty(record).map_err(|e| e.to_string())? + "\n";
        write(&self.0.join(format!("{stem}.wasm")), wasm)?;
        write(&self.0.join(format!("{stem}.json")), json.as_bytes())?;
        write(&self.sums_file(), self.sums()?.as_bytes())
    }

    /// Stems of all artefacts that are there, sorted.
    pub fn stems(&self) -> Result<Vec<String>, String> {
        Ok(self.hashes()?.into_keys().collect())
    }

    /// What `SHA256SUMS` must hold for the artefacts that are there.
    pub fn sums(&self) -> Result<String, String> {
        let line = |(stem, hash)| format!("{hash}  {stem}.wasm\n");
        Ok(self.hashes()?.into_iter().map(line).collect())
    }

    /// What `SHA256SUMS` holds; empty when it is missing.
    pub fn stored_sums(&self) -> String {
        std::fs::read_to_string(self.sums_file()).unwrap_or_default()
    }

    fn sums_file(&self) -> PathBuf {
        self.0.join("SHA256SUMS")
    }

    fn hashes(&self) -> Result<BTreeMap<String, String>, String> {
        let Ok(entries) = std::fs::read_dir(&self.0) else {
            return Ok(BTreeMap::new());
        };
        let mut hashes = BTreeMap::new();
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.extension().is_some_and(|ending| ending == "wasm") {
                let bytes = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
                let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                hashes.insert(stem.into_owned(), sha256_hex(&bytes));
            }
        }
        Ok(hashes)
    }
}

/// SHA-256 of `bytes` in lower-case hex.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Replaces the file as a whole, so that nobody who reads meanwhile sees half of it.
fn write(file: &Path, bytes: &[u8]) -> Result<(), String> {
    let new = file.with_extension(format!("new-{}", std::process::id()));
    std::fs::write(&new, bytes)
        .and_then(|()| std::fs::rename(&new, file))
        .map_err(|e| format!("{}: {e}", file.display()))
}
