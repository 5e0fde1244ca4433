use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// A place in a file: line and column from 1, columns in characters.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

/// What a mutant replaces: from `start` to before `end`.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub struct Span {
    pub start: Place,
    pub end: Place,
}

/// One change of one file, as `cargo mutants --list --json` tells it.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Mutant {
    /// The file, from the workspace's root.
    pub file: String,
    /// Its crate.
    pub package: String,
    /// What stands there instead.
    pub replacement: String,
    /// What is replaced.
    pub span: Span,
    /// File, line, column and what is changed.
    pub name: String,
    /// File and what is changed, and which of several alike in source order: what stays when lines move.
    #[serde(default)]
    pub identity: String,
}

/// Every mutant of the files (paths from `root`), in source order.
pub fn list(root: &Path, files: &[String]) -> Result<Vec<Mutant>, String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["mutants", "--list", "--json", "--no-config"]).current_dir(root);
    for file in files {
        cargo.args(["--file", file]);
    }
    let output = cargo.output().map_err(|e| format!("cannot run cargo: {e}"))?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        return Err(format!("cargo mutants cannot list (version 27 is needed): {}", told.trim()));
    }
    let mutants = serde_json::from_slice(&output.stdout).map_err(|e| format!("cargo mutants' list: {e}"))?;
    Ok(identified(mutants))
}

fn identified(mut mutants: Vec<Mutant>) -> Vec<Mutant> {
    let mut seen = BTreeMap::<String, usize>::new();
    for mutant in &mut mutants {
        // The name is FILE:LINE:COLUMN: WHAT.
        let what = mutant.name.splitn(4, ':').last().unwrap_or_default().trim();
        let alike = format!("{}: {what}", mutant.file);
        let number = seen.entry(alike.clone()).or_default();
        *number += 1;
        mutant.identity = if *number == 1 { alike } else { format!("{alike} ({number})") };
    }
    mutants
}

impl Mutant {
    /// The file's text with the change made. Fails where the text has no such place.
    pub fn apply(&self, text: &str) -> Result<String, String> {
        let nowhere = || format!("{}: not in the file", self.name);
        let start = offset(text, self.span.start).ok_or_else(nowhere)?;
        let end = offset(text, self.span.end).filter(|end| *end >= start).ok_or_else(nowhere)?;
        Ok([&text[..start], &self.replacement, &text[end..]].concat())
    }
}

fn offset(text: &str, place: Place) -> Option<usize> {
    let mut begin = 0;
    for _ in 1..place.line {
        begin += text[begin..].find('\n')? + 1;
    }
    let line = text[begin..].lines().next().unwrap_or_default();
    let mut ends = line.char_indices().map(|(at, _)| at).chain([line.len()]);
    ends.nth(place.column.checked_sub(1)?).map(|at| begin + at)
}
