//! `wasm-artefacts`: builds the workspace's contracts into `wasm/`, with a record of what each was built from, and
//! tells when sources and artefacts have drifted apart. `build.sh` runs it.

use clap::Parser;
use std::process::ExitCode;
use wasm_artefacts::{check, make, Workspace};

/// Builds contracts into wasm/ (one NAME.wasm and one NAME.json record each, and SHA256SUMS), or checks them.
#[derive(Parser)]
#[command(name = "build.sh")]
struct Arguments {
    /// Build nothing; fail when sources and artefacts have drifted apart. With the recorded toolchain at hand each
    /// contract is rebuilt and compared byte for byte, otherwise its source hash is compared; the output says which.
    #[arg(long)]
    check: bool,
    /// Contracts by crate name, e.g. nectar-vault. Default: all.
    contracts: Vec<String>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<bool, String> {
    let workspace = Workspace::load()?;
    let contracts = workspace.select(&arguments.contracts)?;
    if !arguments.check {
        make(&workspace, &contracts)?;
        return Ok(true);
    }
    let mut sound = true;
    for finding in check(&workspace, &contracts, arguments.contracts.is_empty())? {
        if finding.is_drift() {
            sound = false;
            eprintln!("drift: {finding}");
        } else {
            println!("ok: {finding}");
        }
    }
    Ok(sound)
}
