//! `mutation-testing`: changes the contracts' rules in one place at a time and sees whether a test notices.
//! `mutants.sh` runs it.

use clap::Parser;
use mutation_testing::{list, witnesses, Builder, Equivalents, Mutant, Panel, Tally, Tree, Verdict};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;
use wasm_artefacts::Workspace;

/// Changes the rules that decide about money in one place at a time (operators, results, arms of a match), builds the
/// contract, and asks the tests until one notices: the suites on the built wasm, and the crate's unit tests. Prints a
/// line a mutant and a table; exits with 2 when a mutant survives that contracts/README.md does not list as equivalent.
/// Works in a copy below cargo's target folder. Needs cargo-mutants 27 and what build.sh needs.
#[derive(Parser)]
#[command(name = "mutants.sh", bin_name = "mutants.sh")]
struct Arguments {
    /// Files below contracts/, e.g. nectar-vault/src/books.rs.
    #[arg(required = true)]
    files: Vec<String>,
    /// Only the mutants whose name contains this, e.g. "in deposit"; may be given again for others.
    #[arg(long)]
    only: Vec<String>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(2),
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Returns the number of mutants that survived.
fn run(arguments: &Arguments) -> Result<u32, String> {
    let workspace = Workspace::load()?;
    let root = &workspace.root;
    if let Some(missing) = arguments.files.iter().find(|file| !root.join(file).is_file()) {
        return Err(format!("'{missing}' is no file below {}", root.display()));
    }
    let mut mutants = list(root, &arguments.files)?;
    let only = &arguments.only;
    mutants.retain(|mutant| only.is_empty() || only.iter().any(|text| mutant.name.contains(text)));
    let readme = std::fs::read_to_string(root.join("README.md")).map_err(|e| format!("README.md: {e}"))?;
    let mut court = Court::open(&workspace, Equivalents::read(&readme), mutants.len())?;
    let mut begin = 0;
    while begin < mutants.len() {
        let package = mutants[begin].package.clone();
        let end = mutants[begin..].iter().position(|mutant| mutant.package != package);
        let end = end.map_or(mutants.len(), |count| begin + count);
        court.judge(&package, &mutants[begin..end])?;
        begin = end;
    }
    println!("\n{}", court.tally);
    Ok(court.tally.survived())
}

/// Where mutants are judged.
struct Court {
    root: PathBuf,
    tree: Tree,
    builder: Builder,
    wasm: PathBuf,
    equivalents: Equivalents,
    tally: Tally,
    judged: usize,
    all: usize,
}

impl Court {
    fn open(workspace: &Workspace, equivalents: Equivalents, all: usize) -> Result<Self, String> {
        let folder = workspace.metadata.target_directory.join("mutants").into_std_path_buf();
        let tree = Tree::copy(&workspace.root, &folder.join("tree"))?;
        let builder = Builder::new(&tree.root, &folder.join("build"))?;
        let (root, wasm) = (workspace.root.clone(), folder.join("wasm"));
        Ok(Self { root, tree, builder, wasm, equivalents, tally: Tally::default(), judged: 0, all })
    }

    /// Judges the mutants of one contract; the others are run as committed.
    fn judge(&mut self, package: &str, mutants: &[Mutant]) -> Result<(), String> {
        let _ = std::fs::remove_dir_all(&self.wasm);
        std::fs::create_dir_all(&self.wasm).map_err(|e| format!("{}: {e}", self.wasm.display()))?;
        let file = &self.wasm.join(format!("{}.wasm", package.replace('-', "_")));
        eprintln!("building {package} and its tests");
        let unchanged = self.builder.build(package)?.ok_or_else(|| format!("{package} does not compile"))?;
        store(file, &unchanged)?;
        let witnesses = witnesses(package, &self.root, &self.tree.root, &self.wasm)?;
        eprintln!("asking {} witnesses about {package} as it is", witnesses.len());
        let mut panel = Panel::sworn(witnesses, |name, took| eprintln!("  {:5.1} s  {name}", took.as_secs_f64()))?;
        for mutant in mutants {
            let begin = Instant::now();
            let verdict = self.tree.with(mutant, || match self.builder.build(package)? {
                None => Ok(Verdict::Unviable),
                Some(wasm) if wasm == unchanged => Ok(Verdict::Same),
                Some(wasm) => store(file, &wasm).and_then(|()| panel.judge()),
            })??;
            self.judged += 1;
            let reason = self.equivalents.reason(&mutant.identity);
            self.tally.count(&mutant.file, &verdict, reason.is_some());
            let told = match (&verdict, reason) {
                (Verdict::Killed(name), _) => format!("killed by {name}"),
                (Verdict::TimedOut(name), _) => format!("timed out in {name}"),
                (Verdict::Unviable, _) => "does not compile".to_string(),
                (Verdict::Same, _) => "equivalent: the same bytes".to_string(),
                (Verdict::Survived, Some(reason)) => format!("equivalent: {reason}"),
                (Verdict::Survived, None) => format!("SURVIVED as `{}`", mutant.identity),
            };
            let (judged, all, took) = (self.judged, self.all, begin.elapsed().as_secs_f64());
            println!("{judged}/{all} {} ... {told} ({took:.1} s)", mutant.name);
        }
        Ok(())
    }
}

fn store(file: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(file, bytes).map_err(|e| format!("{}: {e}", file.display()))
}
