//! `costs`: prints what the contracts' calls cost on the built wasm, as a Markdown table. `costs.sh` runs it.

use std::process::ExitCode;
use test_suites::costs;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => {}
        ["--help" | "-h"] => {
            println!("usage: ./costs.sh    prints a table; progress goes to stderr");
            return ExitCode::SUCCESS;
        }
        [unknown, ..] => {
            eprintln!("costs: '{unknown}' is no option; --help tells what there is");
            return ExitCode::from(2);
        }
    }
    match costs::measure_all(|call| eprintln!("measuring {call}")) {
        Ok(measured) => {
            print!("{}", costs::render(&measured));
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("costs: {failure}");
            ExitCode::FAILURE
        }
    }
}
