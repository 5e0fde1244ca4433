//! `costs`: prints what the contracts' calls cost on the built wasm, as a Markdown table, or with `--write` renews the
//! committed one. `costs.sh` runs it.

use std::path::Path;
use std::process::ExitCode;
use test_suites::costs;

const HEAD: &str = "# What the contracts' calls cost

Measured on the built wasm by `./costs.sh`; `./costs.sh --write` renews this file, and a test fails when a call takes 1 %
more instructions than it says. Instructions are those of a fresh environment from a snapshot and exact; \"on the network\"
adds the decoding of entries, as a node meters it. Goals are ours, \"original\" is the public proof of concept.

";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let write = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => false,
        ["--write"] => true,
        ["--help" | "-h"] => {
            println!("usage: ./costs.sh [--write]    prints a table, or writes costs.md; progress goes to stderr");
            return ExitCode::SUCCESS;
        }
        [unknown, ..] => {
            eprintln!("costs: '{unknown}' is no option; --help tells what there is");
            return ExitCode::from(2);
        }
    };
    let table = match costs::measure_all(|call| eprintln!("measuring {call}")) {
        Ok(measured) => costs::render(&measured),
        Err(failure) => {
            eprintln!("costs: {failure}");
            return ExitCode::FAILURE;
        }
    };
    if !write {
        print!("{table}");
        return ExitCode::SUCCESS;
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../costs.md");
    match std::fs::write(&file, format!("{HEAD}{table}")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("costs: {}: {error}", file.display());
            ExitCode::FAILURE
        }
    }
}
