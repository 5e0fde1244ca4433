//! Our contracts: random histories of the vault, and how every contract of the market lays out its storage.

mod history;
mod step;
mod storage;
mod tell;

use std::io;
use std::path::Path;

/// Writes `histories.jsonl.gz` and `storage.jsonl.gz`.
pub fn write(folder: &Path) -> io::Result<()> {
    history::write(folder)?;
    storage::write(folder)
}
