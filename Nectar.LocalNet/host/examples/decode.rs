//! Prints how many nanoseconds the decoding of a file's `TransactionMeta` takes, the shortest of many turns:
//! `cargo run --profile speed --example decode FILE`.

use soroban_env_host::xdr::{Limits, ReadXdr, TransactionMeta};
use std::process::ExitCode;
use std::time::{Duration, Instant};

const TURNS: usize = 2_000;

fn main() -> ExitCode {
    let Some(file) = std::env::args().nth(1) else {
        eprintln!("usage: decode FILE");
        return ExitCode::from(2);
    };
    let bytes = match std::fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("decode: {file}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut shortest = Duration::MAX;
    for _ in 0..TURNS {
        let limits = Limits { depth: 500, len: bytes.len() };
        let started = Instant::now();
        let decoded = std::hint::black_box(TransactionMeta::from_xdr(&bytes, limits));
        shortest = shortest.min(started.elapsed());
        if let Err(error) = decoded {
            eprintln!("decode: {file}: {error}");
            return ExitCode::FAILURE;
        }
    }
    println!("{}", shortest.as_nanos());
    ExitCode::SUCCESS
}
