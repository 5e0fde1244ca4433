//! Values of every type of the protocol with their bytes and their JSON, and bytes that are of no value.

use crate::files::{base64, write_gzip};
use crate::random::Random;
use std::collections::HashSet;
use std::fmt::Write;
use std::io::{self, Cursor};
use std::path::Path;
use stellar_xdr::{Limited, Limits, Type, TypeVariant, WriteXdr};

/// Values of each type, where it has so many.
const VALUES: usize = 22;
/// Tries for each type: some have few values, of some few are short enough.
const TRIES: usize = 400;
/// Random bytes that values are made of, in turn.
const SIZES: [usize; 6] = [16, 64, 256, 1_024, 3_000, 9_000];
/// The longest value that is kept, and the longest after so many tries that it must be a type of long values.
const LONGEST: (usize, usize) = (2_500, 12_000);

/// Writes `values.jsonl.gz` and `malformed.jsonl.gz`.
pub fn write(folder: &Path) -> io::Result<()> {
    let mut lines = Lines::default();
    let mut random = Random::new(0x9e37_79b9_7f4a_7c15);
    for variant in TypeVariant::VARIANTS {
        lines.of_type(variant, &mut random);
    }
    write_gzip(folder, "values.jsonl.gz", &lines.values)?;
    write_gzip(folder, "malformed.jsonl.gz", &lines.malformed)
}

#[derive(Default)]
struct Lines {
    values: String,
    malformed: String,
}

impl Lines {
    fn of_type(&mut self, variant: TypeVariant, random: &mut Random) {
        let mut seen = HashSet::new();
        let mut kept = 0;
        for turn in 0..TRIES {
            if kept >= VALUES {
                break;
            }
            let raw = random.bytes(SIZES[turn % SIZES.len()]);
            let Ok(value) = Type::arbitrary(variant, &mut arbitrary::Unstructured::new(&raw)) else { continue };
            let Ok(bytes) = value.to_xdr(limits()) else { continue };
            let longest = if turn < TRIES / 4 { LONGEST.0 } else { LONGEST.1 };
            if bytes.len() > longest || !seen.insert(bytes.clone()) {
                continue;
            }
            if !reads_back(variant, &bytes) {
                self.refused(variant, &bytes);
                continue;
            }
            kept += usize::from(self.value(variant, &value, &bytes));
            for mutant in mutants(&bytes, random) {
                match parse(variant, &mutant) {
                    Some(value) if value.to_xdr(limits()).is_ok_and(|again| again == mutant) => {
                        let new = seen.insert(mutant.clone());
                        kept += usize::from(new && self.value(variant, &value, &mutant));
                    }
                    _ if mutant.len() <= LONGEST.0 => self.refused(variant, &mutant),
                    _ => {}
                }
            }
        }
    }

    /// Keeps a value whose JSON reads back.
    fn value(&mut self, variant: TypeVariant, value: &Type, bytes: &[u8]) -> bool {
        let Ok(json) = serde_json::to_string(value) else { return false };
        if !Type::from_json(variant, json.as_bytes()).is_ok_and(|again| again == *value) {
            return false;
        }
        let (name, base64) = (variant.name(), base64(bytes));
        writeln!(self.values, r#"{{"type":"{name}","base64":"{base64}","json":{json}}}"#).expect("texts grow");
        true
    }

    fn refused(&mut self, variant: TypeVariant, bytes: &[u8]) {
        let (name, base64) = (variant.name(), base64(bytes));
        writeln!(self.malformed, r#"{{"type":"{name}","base64":"{base64}"}}"#).expect("texts grow");
    }
}

/// Cut short, with bytes left over, with one bit turned, with one word made huge.
fn mutants(bytes: &[u8], random: &mut Random) -> Vec<Vec<u8>> {
    let mut longer = bytes.to_vec();
    longer.extend(random.bytes(1 + bytes.len() % 4));
    if bytes.len() < 4 {
        return vec![longer];
    }
    let cut = bytes[..bytes.len() - 1 - random.below(bytes.len().min(8))].to_vec();
    let mut turned = bytes.to_vec();
    turned[random.below(bytes.len())] ^= 1 << random.below(8);
    let mut huge = bytes.to_vec();
    let at = random.below(bytes.len() / 4) * 4;
    huge[at..at + 4].copy_from_slice(&[0x7f, 0xff, 0xff, 0xff]);
    vec![longer, cut, turned, huge]
}

fn reads_back(variant: TypeVariant, bytes: &[u8]) -> bool {
    parse(variant, bytes).is_some()
}

fn parse(variant: TypeVariant, bytes: &[u8]) -> Option<Type> {
    Type::read_xdr_to_end(variant, &mut Limited::new(Cursor::new(bytes), limits())).ok()
}

/// The host's own depth; the length is that of nothing that is written here.
fn limits() -> Limits {
    Limits { depth: 500, len: 10_000_000 }
}
