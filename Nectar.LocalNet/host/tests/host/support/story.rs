//! A ledger's whole story as text, one step a line, so that other programs' ledgers can be played here:
//!
//! ```text
//! entry BASE64(LedgerEntry) [LIVE_UNTIL]     an entry is put into the ledger as it is
//! ledger SEQUENCE CLOSE_TIME                 what follows happens in this ledger
//! transaction HEX(seed) BASE64(TransactionV1Envelope)
//! ```
//!
//! A transaction is simulated in recording mode and then applied as it stands, each on both hosts.

use super::keys::Key;
use super::ledger::{value, xdr, Ledger};
use base64::prelude::{Engine, BASE64_STANDARD};
use flate2::read::GzDecoder;
use nectar_host::frame::{AuthMode, Response};
use soroban_env_host::xdr::*;
use std::io::Read;
use std::path::Path;

/// One line.
#[derive(Clone, Debug)]
pub enum Step {
    Entry(Box<LedgerEntry>, Option<u32>),
    Ledger { sequence: u32, close_time: u64 },
    Transaction { seed: [u8; 32], envelope: Box<TransactionV1Envelope> },
}

/// How many transactions were applied with success, and how many failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Played {
    pub succeeded: usize,
    pub failed: usize,
}

/// The story of that name in `tests/stories`.
pub fn stored(name: &str) -> Vec<Step> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories").join(format!("{name}.story.gz"));
    let file = std::fs::File::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut text = String::new();
    GzDecoder::new(file).read_to_string(&mut text).unwrap();
    read(&text)
}

/// Reads a story; a line that is none of the three is named by its number.
pub fn read(text: &str) -> Vec<Step> {
    let step = |(index, line): (usize, &str)| {
        parse(line).unwrap_or_else(|| panic!("line {} of the story is not a step: {line:.60}", index + 1))
    };
    text.lines().enumerate().filter(|(_, line)| !line.is_empty()).map(step).collect()
}

fn parse(line: &str) -> Option<Step> {
    let words: Vec<&str> = line.split(' ').collect();
    let decoded = |word: &str| BASE64_STANDARD.decode(word).ok();
    Some(match words.as_slice() {
        ["entry", entry] => Step::Entry(Box::new(value(&decoded(entry)?)), None),
        ["entry", entry, live_until] => Step::Entry(Box::new(value(&decoded(entry)?)), Some(live_until.parse().ok()?)),
        ["ledger", sequence, close_time] => {
            Step::Ledger { sequence: sequence.parse().ok()?, close_time: close_time.parse().ok()? }
        }
        ["transaction", seed, envelope] => Step::Transaction {
            seed: hex::decode(seed).ok()?.try_into().ok()?,
            envelope: Box::new(value(&decoded(envelope)?)),
        },
        _ => return None,
    })
}

/// Writes a story; `read` of it gives the same steps.
pub fn write(steps: &[Step]) -> String {
    let encoded = |bytes: Vec<u8>| BASE64_STANDARD.encode(bytes);
    let line = |step: &Step| match step {
        Step::Entry(entry, None) => format!("entry {}\n", encoded(xdr(&**entry))),
        Step::Entry(entry, Some(live_until)) => format!("entry {} {live_until}\n", encoded(xdr(&**entry))),
        Step::Ledger { sequence, close_time } => format!("ledger {sequence} {close_time}\n"),
        Step::Transaction { seed, envelope } => {
            format!("transaction {} {}\n", hex::encode(seed), encoded(xdr(&**envelope)))
        }
    };
    steps.iter().map(line).collect()
}

/// Plays a story on both hosts.
pub fn play(ledger: &mut Ledger, steps: &[Step]) -> Played {
    let mut played = Played::default();
    for step in steps {
        match step {
            Step::Entry(entry, live_until) => ledger.put_entry((**entry).clone(), *live_until),
            Step::Ledger { sequence, close_time } => (ledger.sequence, ledger.close_time) = (*sequence, *close_time),
            Step::Transaction { seed, envelope } => {
                ledger.seed = *seed;
                match transaction(ledger, envelope) {
                    Response::Applied(_) => played.succeeded += 1,
                    Response::Failed(_) => played.failed += 1,
                    other => panic!("{other:?}"),
                }
            }
        }
    }
    played
}

fn transaction(ledger: &mut Ledger, envelope: &TransactionV1Envelope) -> Response {
    let operation = &envelope.tx.operations[0];
    let source = operation.source_account.clone().unwrap_or(envelope.tx.source_account.clone()).account_id();
    let TransactionExt::V1(data) = &envelope.tx.ext else { panic!("a transaction without Soroban data") };
    match &operation.body {
        OperationBody::InvokeHostFunction(call) => {
            ledger.simulate_as(&source, &call.host_function, AuthMode::RecordNonRoot, &[]);
            ledger.apply_as(&source, &call.host_function, &call.auth, data)
        }
        OperationBody::ExtendFootprintTtl(extension) => {
            ledger.simulate_ttl(&data.resources.footprint.read_only, Some(extension.extend_to));
            ledger.apply_ttl(data, Some(extension.extend_to))
        }
        OperationBody::RestoreFootprint(_) => {
            ledger.simulate_ttl(&data.resources.footprint.read_write, None);
            ledger.apply_ttl(data, None)
        }
        other => panic!("{} is not an operation of a contract", other.name()),
    }
}

/// A transaction as a step, with no fee and no signature of its envelope: neither is the host's business.
pub fn step(source: &Key, body: OperationBody, data: &SorobanTransactionData, seed: [u8; 32]) -> Step {
    let tx = Transaction {
        source_account: MuxedAccount::Ed25519(Uint256(source.public())),
        fee: 0,
        seq_num: SequenceNumber(0),
        cond: Preconditions::None,
        memo: Memo::None,
        operations: vec![Operation { source_account: None, body }].try_into().unwrap(),
        ext: TransactionExt::V1(data.clone()),
    };
    Step::Transaction { seed, envelope: Box::new(TransactionV1Envelope { tx, signatures: Default::default() }) }
}
