//! Plays one whole liquidation and prints what happened: `liquidation-story --pool lab|blend --mode staged|atomic`.

use clap::Parser;
use liquidation_story::{play, Mode, PoolChoice};
use std::process::ExitCode;

/// Plays one liquidation, from the first deposit to the vested profit, with the built contracts in the real Soroban
/// host: every transaction is simulated, signed, checked against the network's limits and applied.
#[derive(Parser)]
#[command(version)]
struct Options {
    /// The pool that the borrower uses: our liquidation lab, or Blend v2's own contracts
    #[arg(long, value_enum)]
    pool: PoolChoice,
    /// How keepers act: draw, fill and return one after the other, or all in one transaction
    #[arg(long, value_enum)]
    mode: Mode,
    /// Print one JSON object instead of the timeline
    #[arg(long)]
    json: bool,
}

fn main() -> ExitCode {
    let options = Options::parse();
    match play(options.pool, options.mode, |line| eprintln!("{line}")) {
        Ok(story) if options.json => {
            println!("{}", story.json());
            ExitCode::SUCCESS
        }
        Ok(story) => {
            print!("{}", story.text());
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("the story stopped: {failure}");
            ExitCode::FAILURE
        }
    }
}
