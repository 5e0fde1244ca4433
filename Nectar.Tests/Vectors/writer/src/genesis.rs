//! The deployment of the whole demo, step by step, and the state that it leads to.

use crate::files::{base64, write_gzip, xdr, xdr_base64};
use crate::market_story::opening;
use serde_json::{json, Value};
use std::io;
use std::path::Path;
use stellar_xdr::{LedgerEntry, LedgerEntryData};
use test_suites::ledger::{network_id, text, Addressed, Event, Ledger, Recorded, RecordedTransaction};
use test_suites::market::{Market, PoolKind};

/// Writes `lab.jsonl.gz` and `blend.jsonl.gz`.
pub fn write(folder: &Path) -> io::Result<()> {
    for (name, kind) in [("lab", PoolKind::Lab), ("blend", PoolKind::Blend)] {
        let (ledger, market) = opening(kind).map_err(|failure| io::Error::other(failure.to_string()))?;
        let mut lines = vec![json!({ "start": {
            "networkId": hex::encode(network_id()),
            "sequence": Ledger::new().sequence(),
            "closeTime": Ledger::new().timestamp(),
            "contracts": contracts(&market),
        }})];
        lines.extend(ledger.journal().map(step));
        let end = json!({ "sequence": ledger.sequence(), "closeTime": ledger.timestamp() });
        lines.push(json!({ "end": end }));
        lines.extend(ledger.entries().filter_map(|(_, entry, live_until)| state(entry, live_until)));
        let lines: String = lines.iter().map(|line| format!("{line}\n")).collect();
        write_gzip(folder, &format!("{name}.jsonl.gz"), &lines)?;
    }
    Ok(())
}

fn contracts(market: &Market) -> Value {
    let [xlm, btc, eth, eurc] = market.assets.each_ref().map(|asset| asset.strkey());
    json!({
        "usdc": market.usdc.strkey(), "xlm": xlm, "btc": btc, "eth": eth, "eurc": eurc,
        "poolFeed": market.pool_feed.strkey(), "ownFeed": market.own_feed.strkey(),
        "exchange": market.exchange.strkey(), "pool": market.pool.0.strkey(),
        "registry": market.registry.strkey(), "vault": market.vault.strkey(),
    })
}

fn step(recorded: &Recorded) -> Value {
    match recorded {
        Recorded::Account { account, balance } => json!({ "account": {
            "name": account.name(),
            "address": account.strkey(),
            "seed": hex::encode(account.seed()),
            "balance": balance.to_string(),
        }}),
        Recorded::IssuerFlags { issuer, flags } => json!({ "issuerFlags": {
            "issuer": issuer.strkey(),
            "authRequired": flags.auth_required,
            "authRevocable": flags.auth_revocable,
            "clawbackEnabled": flags.clawback_enabled,
        }}),
        Recorded::TrustLine { account, asset } => json!({ "trustLine": {
            "account": account.strkey(),
            "code": asset.code(),
            "issuer": asset.issuer().strkey(),
        }}),
        Recorded::Closed { ledgers } => json!({ "close": ledgers }),
        Recorded::Transaction(transaction) => json!({ "transaction": applied(transaction) }),
    }
}

fn applied(transaction: &RecordedTransaction) -> Value {
    let receipt = transaction.result.as_ref().expect("nothing of the deployment fails");
    json!({
        "source": transaction.envelope.tx.source_account.to_string(),
        "sequence": transaction.sequence,
        "closeTime": transaction.timestamp,
        "hostFunction": xdr_base64(transaction.host_function()),
        "auth": transaction.auth().iter().map(xdr_base64).collect::<Vec<_>>(),
        "seed": hex::encode(transaction.seed),
        "envelope": xdr_base64(&transaction.envelope),
        "returned": xdr_base64(&receipt.returned),
        "reads": text(&receipt.returned),
        "events": receipt.events.iter().map(event).collect::<Vec<_>>(),
    })
}

fn event(event: &Event) -> Value {
    json!({
        "contract": event.contract.map(|contract| contract.strkey()),
        "topics": event.topics.iter().map(xdr_base64).collect::<Vec<_>>(),
        "data": xdr_base64(&event.data),
    })
}

/// What contracts left: accounts are not here, as fees and sequence numbers are not theirs.
fn state(entry: &LedgerEntry, live_until: Option<u32>) -> Option<Value> {
    match &entry.data {
        LedgerEntryData::Account(_) => None,
        LedgerEntryData::ContractCode(code) => {
            Some(json!({ "code": hex::encode(code.hash.0), "liveUntil": live_until }))
        }
        data => {
            Some(json!({ "key": base64(&xdr(&entry.to_key())), "data": xdr_base64(data), "liveUntil": live_until }))
        }
    }
}
