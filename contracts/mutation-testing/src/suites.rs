use crate::witness::Witness;
use cargo_metadata::Message;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What judges the mutants of one contract.
struct Suites {
    contract: &'static str,
    package: &'static str,
    tests: &'static [&'static str],
}

const SUITES: [Suites; 2] = [
    Suites { contract: "nectar-vault", package: "test-suites", tests: &["proofs", "bad_input", "robbery"] },
    Suites { contract: "liquidation-lab", package: "liquidation-lab", tests: &["differential"] },
];

/// Random actions and sequences that a mutant has to withstand: fewer than in `test.sh`. What fails is not shrunk.
const SHORTER: [(&str, &str); 5] = [
    ("ROBBERY_STEPS", "1000"),
    ("ROBBERY_THREADS", "1"),
    ("ROBBERY_SHRINKING", "0"),
    ("DIFFERENTIAL_CASES", "60"),
    ("DIFFERENTIAL_SHRINKING", "0"),
];

/// Tests that measure what a call costs; a contract that was built fast costs more.
const COSTS: &str = "costs::";

/// The witnesses of a contract: every test of its suites, which run the wasm in `wasm`, and the unit tests of the crate
/// as it is in `tree`. Builds the suites; fails for a contract that has none.
pub fn witnesses(contract: &str, root: &Path, tree: &Path, wasm: &Path) -> Result<Vec<Witness>, String> {
    let suites = SUITES.iter().find(|suites| suites.contract == contract);
    let suites = suites.ok_or_else(|| {
        let known: Vec<_> = SUITES.iter().map(|suites| suites.contract).collect();
        format!("no suite judges {contract}; those of {} are judged", known.join(", "))
    })?;
    let mut witnesses = vec![unit_tests(contract, tree)];
    for (suite, program) in built(suites, root)? {
        // A copy, so that nobody builds another one in its place meanwhile.
        let program = copied(&program, &tree.with_file_name("suites"), &suite)?;
        for test in tests(&program)? {
            let name = format!("{suite} {test}");
            let mut witness = Witness::new(name, &program, &["--exact", &test], &root.join(suites.package));
            witness = witness.with("CONTRACTS_WASM", wasm.display().to_string());
            for (name, value) in SHORTER {
                witness = witness.with(name, value);
            }
            witnesses.push(witness);
        }
    }
    Ok(witnesses)
}

/// The crate's own tests, compiled natively with the mutant in them.
fn unit_tests(contract: &str, tree: &Path) -> Witness {
    let fast = format!("profile.release.package.{contract}.opt-level=0");
    let arguments = ["test", "--quiet", "--release", "--locked", "--lib", "-p", contract, "--config", &fast];
    Witness::new("unit tests", "cargo", &arguments, tree).with("CARGO_PROFILE_RELEASE_INCREMENTAL", "true")
}

/// The suites' names and programs.
fn built(suites: &Suites, root: &Path) -> Result<Vec<(String, PathBuf)>, String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--quiet", "--no-run", "--release", "--locked", "--message-format", "json-render-diagnostics"]);
    cargo.args(["-p", suites.package]).args(suites.tests.iter().flat_map(|test| ["--test", test]));
    let child = cargo.current_dir(root).stdout(Stdio::piped()).spawn();
    let mut child = child.map_err(|e| format!("cannot run cargo: {e}"))?;
    let stdout = child.stdout.take().ok_or("cargo has no output")?;
    let mut programs = Vec::new();
    for message in Message::parse_stream(BufReader::new(stdout)) {
        if let Message::CompilerArtifact(artifact) = message.map_err(|e| format!("cargo's messages: {e}"))? {
            let suite = suites.tests.contains(&artifact.target.name.as_str());
            if let Some(program) = artifact.executable.filter(|_| suite) {
                programs.push((artifact.target.name, program.into_std_path_buf()));
            }
        }
    }
    let status = child.wait().map_err(|e| format!("cargo: {e}"))?;
    if !status.success() || programs.len() != suites.tests.len() {
        return Err(format!("the suites of {} do not compile", suites.package));
    }
    Ok(programs)
}

fn copied(program: &Path, folder: &Path, name: &str) -> Result<PathBuf, String> {
    let copy = folder.join(name);
    let copied = std::fs::create_dir_all(folder).and_then(|()| std::fs::copy(program, &copy));
    copied.map(|_| copy).map_err(|e| format!("{}: {e}", folder.display()))
}

fn tests(program: &Path) -> Result<Vec<String>, String> {
    let output = Command::new(program).arg("--list").output().map_err(|e| format!("{}: {e}", program.display()))?;
    let listed = String::from_utf8_lossy(&output.stdout).into_owned();
    let names = listed.lines().filter_map(|line| line.strip_suffix(": test"));
    Ok(names.filter(|name| !name.starts_with(COSTS)).map(str::to_string).collect())
}
