//! Addresses and keys as text: every kind, and texts that are of no kind.

use crate::files::write_plain;
use crate::random::Random;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::io;
use std::path::Path;
use stellar_strkey::{ed25519, ClaimableBalance, Contract, HashX, LiquidityPool, PreAuthTx, Strkey};

/// Texts of each kind.
const EACH: usize = 8;

/// Writes `valid.jsonl` and `invalid.jsonl`.
pub fn write(folder: &Path) -> io::Result<()> {
    let mut random = Random::new(0x5354_524b_4559);
    let (mut valid, mut texts) = (String::new(), Vec::new());
    for turn in 0..EACH {
        for (kind, payload, key) in kinds(&mut random, turn) {
            let text = key.to_string().to_string();
            let payload = hex::encode(payload);
            writeln!(valid, r#"{{"kind":"{kind}","strkey":"{text}","payload":"{payload}"}}"#).expect("texts grow");
            texts.push(text);
        }
    }
    let mut wrong = BTreeSet::new();
    for text in &texts {
        wrong.extend(damaged(text, &mut random));
    }
    wrong.extend(["", "G", "not a key"].map(str::to_owned));
    let invalid: String = wrong
        .iter()
        .filter(|text| Strkey::from_string(text).is_err())
        .map(|text| format!("{}\n", serde_json::json!({ "strkey": text })))
        .collect();
    write_plain(folder, "valid.jsonl", &valid)?;
    write_plain(folder, "invalid.jsonl", &invalid)
}

fn kinds(random: &mut Random, turn: usize) -> Vec<(&'static str, Vec<u8>, Strkey)> {
    let key: [u8; 32] = if turn == 0 { [0; 32] } else { random.array() };
    let id = [0, u64::MAX, random.next()][turn % 3];
    let inner = random.bytes([1, 4, 29, 64][turn % 4]);
    let muxed = [key.as_slice(), &id.to_be_bytes()].concat();
    // Laid out as XDR: the key, the payload's length, the payload, zeros up to a multiple of four.
    let padding = vec![0; (4 - inner.len() % 4) % 4];
    let signed = [key.as_slice(), &(inner.len() as u32).to_be_bytes(), &inner, &padding].concat();
    let signed_key = ed25519::SignedPayload::from_payload(&signed).expect("a payload of 1 to 64 bytes");
    vec![
        ("ed25519_public_key", key.to_vec(), Strkey::PublicKeyEd25519(ed25519::PublicKey(key))),
        ("ed25519_secret_seed", key.to_vec(), Strkey::PrivateKeyEd25519(ed25519::PrivateKey(key))),
        ("pre_auth_tx", key.to_vec(), Strkey::PreAuthTx(PreAuthTx(key))),
        ("hash_x", key.to_vec(), Strkey::HashX(HashX(key))),
        ("muxed_account", muxed, Strkey::MuxedAccountEd25519(ed25519::MuxedAccount { ed25519: key, id })),
        ("signed_payload", signed, Strkey::SignedPayloadEd25519(signed_key)),
        ("contract", key.to_vec(), Strkey::Contract(Contract(key))),
        ("liquidity_pool", key.to_vec(), Strkey::LiquidityPool(LiquidityPool(key))),
        ("claimable_balance", [&[0], key.as_slice()].concat(), Strkey::ClaimableBalance(ClaimableBalance::V0(key))),
    ]
}

/// One letter changed, cut, lengthened, in small letters, padded, of another kind.
fn damaged(text: &str, random: &mut Random) -> Vec<String> {
    let replaced = |at: usize, letter: char| {
        let mut letters: Vec<char> = text.chars().collect();
        letters[at] = letter;
        letters.into_iter().collect::<String>()
    };
    let at = random.below(text.len());
    let other = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[random.below(32)] as char;
    vec![
        replaced(at, other),
        replaced(at, '1'),
        replaced(0, 'A'),
        text[..text.len() - 1].to_owned(),
        format!("{text}A"),
        format!("{text}="),
        format!(" {text}"),
        text.to_lowercase(),
    ]
}
