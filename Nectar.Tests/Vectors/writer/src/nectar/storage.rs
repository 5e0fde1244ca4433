//! Every entry that the market's contracts hold when all of their keys are in use: at our pool and at Blend's.

use crate::files::{base64, write_gzip, xdr, xdr_base64};
use serde_json::{json, Value};
use std::io;
use std::path::Path;
use stellar_xdr::{LedgerEntry, LedgerEntryData, ScAddress};
use test_suites::args;
use test_suites::ledger::{text, Account, Addressed, Contract, Failure, Ledger};
use test_suites::market::{terms, Market, PoolKind, ONE};

/// Ledgers since the auction's first.
const ELAPSED: u32 = 100;

/// Writes `storage.jsonl.gz`.
pub fn write(folder: &Path) -> io::Result<()> {
    let mut lines = String::new();
    for (name, kind) in [("lab", PoolKind::Lab), ("blend", PoolKind::Blend)] {
        let (ledger, market) = busy(kind).map_err(|failure| io::Error::other(failure.to_string()))?;
        lines.push_str(&format!("{}\n", start(name, &ledger, &market)));
        let known = contracts(&market);
        for (_, entry, _) in ledger.entries() {
            let LedgerEntryData::ContractData(data) = &entry.data else { continue };
            let Some((contract, _)) = known.iter().find(|(_, address)| *address == data.contract) else { continue };
            lines.push_str(&format!("{}\n", line(contract, entry, &text(&data.key))));
        }
    }
    write_gzip(folder, "storage.jsonl.gz", &lines)
}

fn start(name: &str, ledger: &Ledger, market: &Market) -> Value {
    let people = &market.people;
    let accounts = [&people.alice, &people.bob, &people.alpha, &people.beta, &people.borrower, &people.lender];
    let named = accounts.map(|account: &Account| (account.name().to_string(), account.strkey()));
    let contracts = contracts(market).into_iter().map(|(name, address)| (name.to_string(), address.strkey()));
    json!({ "start": {
        "market": name,
        "ledger": ledger.sequence(),
        "contracts": contracts.map(|(name, address)| (name, address.into())).collect::<serde_json::Map<_, _>>(),
        "assets": market.all_assets().map(|asset| asset.strkey()),
        "accounts": named.into_iter().map(|(name, address)| (name, address.into())).collect::<serde_json::Map<_, _>>(),
    }})
}

fn line(contract: &str, entry: &LedgerEntry, reads: &str) -> Value {
    json!({
        "contract": contract,
        "key": base64(&xdr(&entry.to_key())),
        "data": xdr_base64(&entry.data),
        "reads": reads,
    })
}

fn contracts(market: &Market) -> Vec<(&'static str, ScAddress)> {
    let named: [(&str, Contract); 6] = [
        ("vault", market.vault),
        ("registry", market.registry),
        ("pool", market.pool.0),
        ("poolFeed", market.pool_feed),
        ("ownFeed", market.own_feed),
        ("exchange", market.exchange),
    ];
    named.map(|(name, contract)| (name, contract.sc_address())).to_vec()
}

/// An auction is open, a keeper has drawn, another has settled its debt with its stake, a depositor waits for its
/// cooldown, one liquidation was made, the registry is paused.
fn busy(kind: PoolKind) -> Result<(Ledger, Market), Failure> {
    let (mut ledger, market) = Market::with_auction(kind, ELAPSED);
    let people = &market.people;
    let config = nectar_vault::Config { withdraw_cooldown: 700, draw_deadline: 12, ..terms() };
    ledger.invoke(&people.admin, &market.vault, "set_config", args![config])?;
    market.draw(&mut ledger, &people.beta, 1_000 * ONE)?;
    ledger.close(ELAPSED);
    market.settle(&mut ledger, &people.stranger, &people.beta)?;
    market.refresh_prices(&mut ledger)?;
    let plan = market.plan(&ledger, 40)?;
    market.liquidate(&mut ledger, &people.alpha, &plan)?;
    market.draw(&mut ledger, &people.alpha, 500 * ONE)?;
    market.deposit(&mut ledger, &people.alice, 10 * ONE)?;
    ledger.invoke(&people.admin, &market.registry, "pause", args![])?;
    Ok((ledger, market))
}
