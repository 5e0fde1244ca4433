//! The markets' whole stories in the form that the host's tests play: `entry`, `ledger` and `transaction`, one a line;
//! and what came of the transactions, for whoever plays them elsewhere.

use crate::files::{base64, write_gzip, write_plain, xdr, xdr_base64};
use crate::market_story::whole;
use serde_json::json;
use std::collections::HashMap;
use std::fmt::Write;
use std::io;
use std::path::Path;
use stellar_xdr::{
    AccountEntry, AccountEntryExt, AlphaNum12, AlphaNum4, AssetCode12, AssetCode4, LedgerEntry, LedgerEntryData,
    LedgerEntryExt, SequenceNumber, Thresholds, TrustLineAsset, TrustLineEntry, TrustLineEntryExt,
};
use test_suites::ledger::{Account, Asset, Ledger, Recorded, RecordedTransaction};
use test_suites::market::PoolKind;

/// Writes `lab.story.gz` and `blend.story.gz`, and beside them `lab.receipts.jsonl` and `blend.receipts.jsonl`.
pub fn write(folder: &Path) -> io::Result<()> {
    for (name, kind) in [("lab", PoolKind::Lab), ("blend", PoolKind::Blend)] {
        let ledger = whole(kind).map_err(|failure| io::Error::other(failure.to_string()))?;
        write_gzip(folder, &format!("{name}.story.gz"), &story(&ledger))?;
        write_plain(folder, &format!("{name}.receipts.jsonl"), &receipts(&ledger))?;
    }
    Ok(())
}

/// A line for each transaction, in their order.
fn receipts(ledger: &Ledger) -> String {
    let line = |transaction: &RecordedTransaction| match &transaction.result {
        Ok(receipt) => json!({
            "instructions": receipt.resources.instructions,
            "returned": xdr_base64(&receipt.returned),
            "events": receipt.events.len(),
        }),
        Err(failure) => json!({ "failed": failure.to_string() }),
    };
    ledger.transactions().map(|transaction| format!("{}\n", line(transaction))).collect()
}

fn story(ledger: &Ledger) -> String {
    let (mut text, mut flags, mut at) = (String::new(), HashMap::new(), (0, 0));
    for recorded in ledger.journal() {
        let line = match recorded {
            Recorded::Account { account, balance } => entry(account_entry(account, *balance, 0)),
            Recorded::IssuerFlags { issuer, flags: set } => {
                // As `AccountFlags` and `TrustLineFlags` number them.
                let bits = u32::from(set.auth_required)
                    | u32::from(set.auth_revocable) << 1
                    | u32::from(set.clawback_enabled) << 3;
                flags.insert(issuer.public_key(), bits);
                entry(account_entry(issuer, 0, bits))
            }
            Recorded::TrustLine { account, asset } => {
                let issuer = flags.get(&asset.issuer().public_key()).copied().unwrap_or(0);
                let bits = u32::from(issuer & 1 == 0) | u32::from(issuer & 8 != 0) << 2;
                entry(trust_line(account, asset, bits))
            }
            Recorded::Closed { .. } => continue,
            Recorded::Transaction(transaction) => {
                let now = (transaction.sequence, transaction.timestamp);
                if now != at {
                    at = now;
                    writeln!(text, "ledger {} {}", at.0, at.1).expect("texts grow");
                }
                let envelope = base64(&xdr(&transaction.envelope));
                format!("transaction {} {envelope}", hex::encode(transaction.seed))
            }
        };
        writeln!(text, "{line}").expect("texts grow");
    }
    text
}

fn entry(data: LedgerEntryData) -> String {
    let entry = LedgerEntry { last_modified_ledger_seq: 0, data, ext: LedgerEntryExt::V0 };
    format!("entry {}", base64(&xdr(&entry)))
}

fn account_entry(account: &Account, balance: i64, flags: u32) -> LedgerEntryData {
    LedgerEntryData::Account(AccountEntry {
        account_id: account.id(),
        balance,
        seq_num: SequenceNumber(0),
        num_sub_entries: 0,
        inflation_dest: None,
        flags,
        home_domain: Default::default(),
        thresholds: Thresholds([1, 0, 0, 0]),
        signers: Default::default(),
        ext: AccountEntryExt::V0,
    })
}

fn trust_line(account: &Account, asset: &Asset, flags: u32) -> LedgerEntryData {
    let (code, issuer) = (asset.code().as_bytes(), asset.issuer().id());
    let mut padded = [0; 12];
    padded[..code.len()].copy_from_slice(code);
    let asset = match padded.first_chunk() {
        Some(short) if code.len() <= 4 => {
            TrustLineAsset::CreditAlphanum4(AlphaNum4 { asset_code: AssetCode4(*short), issuer })
        }
        _ => TrustLineAsset::CreditAlphanum12(AlphaNum12 { asset_code: AssetCode12(padded), issuer }),
    };
    LedgerEntryData::Trustline(TrustLineEntry {
        account_id: account.id(),
        asset,
        balance: 0,
        limit: i64::MAX,
        flags,
        ext: TrustLineEntryExt::V0,
    })
}
