use crate::mutant::Mutant;
use std::fs;
use std::path::{Path, PathBuf};

/// What is no source: not copied.
const LEFT_OUT: [&str; 4] = ["target", "node_modules", "mutants.out", "test_snapshots"];

/// A copy of the workspace, in which mutants are made.
pub struct Tree {
    /// Folder of the copy's root manifest.
    pub root: PathBuf,
}

impl Tree {
    /// Copies `from` to `root`. What is there already is kept where it is equal, so that cargo need not compile it anew;
    /// what `from` has no more is removed.
    pub fn copy(from: &Path, root: &Path) -> Result<Self, String> {
        copy_folder(from, root)?;
        Ok(Self { root: root.to_path_buf() })
    }

    /// Runs `work` with the mutant made, and takes it back whatever comes of it.
    pub fn with<T>(&self, mutant: &Mutant, work: impl FnOnce() -> T) -> Result<T, String> {
        let path = self.root.join(&mutant.file);
        let original = read(&path)?;
        let text = String::from_utf8(original.clone()).map_err(|e| format!("{}: {e}", mutant.file))?;
        write(&path, mutant.apply(&text)?.as_bytes())?;
        let result = work();
        write(&path, &original)?;
        Ok(result)
    }
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), String> {
    fs::create_dir_all(to).map_err(|e| format!("{}: {e}", to.display()))?;
    let wanted = entries(from)?;
    for stale in entries(to)?.into_iter().filter(|name| !wanted.contains(name)) {
        let stale = to.join(stale);
        let removed = if stale.is_dir() { fs::remove_dir_all(&stale) } else { fs::remove_file(&stale) };
        removed.map_err(|e| format!("{}: {e}", stale.display()))?;
    }
    for name in wanted {
        let (source, copy) = (from.join(&name), to.join(&name));
        if source.is_dir() {
            copy_folder(&source, &copy)?;
        } else {
            let bytes = read(&source)?;
            if fs::read(&copy).ok().as_ref() != Some(&bytes) {
                write(&copy, &bytes)?;
            }
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<std::ffi::OsString>, String> {
    let unreadable = |e: std::io::Error| format!("{}: {e}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let name = entry.map_err(unreadable)?.file_name();
        if !LEFT_OUT.iter().any(|left_out| name == *left_out) {
            names.push(name);
        }
    }
    Ok(names)
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}
