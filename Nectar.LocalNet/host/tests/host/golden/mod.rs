//! The recorded calls that other programs' callers are held against: `Nectar.Tests/Vectors/host/calls.jsonl.gz`.
//!
//! With `NECTAR_WRITE=1` the file is written; without, it must hold exactly what is recorded now.

mod frames;
mod invocations;
mod lifetimes;
mod refusals;

use crate::support::ledger::Ledger;
use crate::support::on_large_stack;
use crate::support::pair::RecordedCall;
use base64::prelude::{Engine, BASE64_STANDARD as STANDARD};
use flate2::{read::GzDecoder, Compression, GzBuilder};
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

const OPERATIONS: [&str; 10] = [
    "version",
    "simulate_invoke",
    "simulate_extend_ttl",
    "simulate_restore",
    "apply_invoke",
    "apply_extend_ttl",
    "apply_restore",
    "resource_fee",
    "rent_fee",
    "drop_module_cache",
];

/// Calls with names.
#[derive(Default)]
struct Calls(Vec<(String, RecordedCall)>);

impl Calls {
    /// Takes all calls that were recorded since the last time and names them by what they show and by operation.
    fn take(&mut self, ledger: &mut Ledger, name: &str) {
        for call in ledger.pair.calls.drain(..) {
            let operation = OPERATIONS[usize::from(call.request[7])];
            let name = format!("{name}: {operation}");
            let again = self.0.iter().filter(|(known, _)| known.starts_with(&name)).count();
            let name = if again == 0 { name } else { format!("{name} again") };
            self.0.push((name, call));
        }
    }
}

fn line((name, call): &(String, RecordedCall)) -> String {
    let encoded = |bytes: &[u8]| STANDARD.encode(bytes);
    let answer =
        |answer: &Option<Vec<u8>>| answer.as_deref().map_or("null".to_owned(), |a| format!("\"{}\"", encoded(a)));
    let fetched: Vec<_> = call
        .fetched
        .iter()
        .map(|(key, found)| format!(r#"{{"key":"{}","answer":{}}}"#, encoded(key), answer(found)))
        .collect();
    format!(
        "{{\"name\":\"{name}\",\"request\":\"{}\",\"fetched\":[{}],\"response\":\"{}\"}}\n",
        encoded(&call.request),
        fetched.join(","),
        encoded(&call.response)
    )
}

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Nectar.Tests/Vectors/host/calls.jsonl.gz")
}

#[test]
fn the_golden_calls_are_what_both_hosts_answer() {
    on_large_stack(|| {
        let mut calls = Calls::default();
        frames::record(&mut calls);
        invocations::record(&mut calls);
        lifetimes::record(&mut calls);
        refusals::record(&mut calls);
        let names: std::collections::BTreeSet<_> = calls.0.iter().map(|(name, _)| name).collect();
        assert!(names.len() == calls.0.len() && names.len() >= 60, "{} names of {}", names.len(), calls.0.len());
        let lines: String = calls.0.iter().map(line).collect();
        if std::env::var_os("NECTAR_WRITE").is_some() {
            let mut writer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
            writer.write_all(lines.as_bytes()).unwrap();
            fs::create_dir_all(file().parent().unwrap()).unwrap();
            fs::write(file(), writer.finish().unwrap()).unwrap();
        }
        let mut held = String::new();
        GzDecoder::new(fs::File::open(file()).expect("run this test once with NECTAR_WRITE=1"))
            .read_to_string(&mut held)
            .unwrap();
        for (at, (held, now)) in held.lines().zip(lines.lines()).enumerate() {
            assert!(held == now, "line {} of the golden calls is not what is recorded now: {now:.80}", at + 1);
        }
        assert_eq!(held.lines().count(), lines.lines().count());
    });
}
