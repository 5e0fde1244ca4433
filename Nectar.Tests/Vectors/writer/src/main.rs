//! Writes golden data: `golden-data FOLDER WHAT...`, by way of `make.sh` beside it.
//!
//! Everything is made of fixed seeds: the same sources write the same bytes.

mod blend;
mod files;
mod genesis;
mod hashes;
mod market_story;
mod nectar;
mod random;
mod stories;
mod strkey;
mod xdr;

use std::path::Path;
use std::process::ExitCode;

const HELP: &str = "usage: golden-data FOLDER WHAT...
WHAT is one of: xdr, strkey, hashes, genesis, blend, nectar (into FOLDER/WHAT), stories (into FOLDER itself)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| matches!(argument.as_str(), "-h" | "--help")) {
        println!("{HELP}");
        return ExitCode::SUCCESS;
    }
    let [folder, wanted @ ..] = arguments.as_slice() else {
        eprintln!("{HELP}");
        return ExitCode::from(2);
    };
    for what in wanted {
        eprintln!("writing {what}");
        let folder = Path::new(folder);
        let written = match what.as_str() {
            "xdr" => xdr::write(&folder.join("xdr")),
            "strkey" => strkey::write(&folder.join("strkey")),
            "hashes" => hashes::write(&folder.join("hashes")),
            "genesis" => genesis::write(&folder.join("genesis")),
            "blend" => blend::write(&folder.join("blend")),
            "nectar" => nectar::write(&folder.join("nectar")),
            "stories" => stories::write(folder),
            other => {
                eprintln!("golden-data: {other:?} is not known\n{HELP}");
                return ExitCode::from(2);
            }
        };
        if let Err(error) = written {
            eprintln!("golden-data: {what}: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
