//! What the contracts tell of themselves in a ledger.

use crate::files::{base64, xdr, xdr_base64};
use crate::random::Random;
use serde_json::{json, Value};
use stellar_xdr::{LedgerKey, ScVal};
use test_suites::args;
use test_suites::ledger::{Account, Addressed, Failure, Ledger, Receipt, ToScVal};
use test_suites::market::Market;

/// Instances of vault and registry, the vault's records of keepers and balances of shares, the registry's of keepers.
pub fn entries(ledger: &Ledger, market: &Market) -> Value {
    let of_ours = |key: &LedgerKey| match key {
        LedgerKey::ContractData(data) => {
            let vault = data.contract == market.vault.sc_address();
            let registry = data.contract == market.registry.sc_address();
            match &data.key {
                ScVal::LedgerKeyContractInstance => vault || registry,
                ScVal::Vec(Some(parts)) => {
                    let name = parts.first().map(test_suites::ledger::text).unwrap_or_default();
                    (vault && ["Keeper", "Balance"].contains(&name.as_str())) || (registry && name == "Keeper")
                }
                _ => false,
            }
        }
        _ => false,
    };
    let found = ledger.entries().filter(|(key, ..)| of_ours(key));
    found.map(|(key, entry, _)| json!([base64(&xdr(key)), xdr_base64(&entry.data)])).collect()
}

/// What a call came to: its value and its own event, or the error's number.
pub fn outcome(outcome: &Result<Receipt, Failure>) -> Value {
    match outcome {
        Ok(receipt) => {
            let event = receipt.events.iter().rev().find(|event| event.name() != "transfer").map(|event| {
                let topics: Vec<_> = event.topics.iter().map(xdr_base64).collect();
                json!({ "topics": topics, "data": xdr_base64(&event.data) })
            });
            json!({ "value": xdr_base64(&receipt.returned), "event": event })
        }
        Err(failure) => json!({ "error": failure.contract_error() }),
    }
}

/// `get_state`.
pub fn state(ledger: &Ledger, market: &Market) -> String {
    xdr_base64(&market.state(ledger).to_scval())
}

/// `get_state` after three spans without any call.
pub fn later(ledger: &Ledger, market: &Market, random: &mut Random) -> Value {
    let spans = [1 + random.below(20), 20 + random.below(600), 600 + random.below(3_000)];
    let told = spans.map(|span| {
        let mut ledger = ledger.clone();
        ledger.close(span as u32);
        json!([span, state(&ledger, market)])
    });
    Value::from(told.to_vec())
}

/// `position` of the depositors and of the vault, which holds the seed.
pub fn positions(ledger: &Ledger, market: &Market) -> Value {
    let holders = [market.people.alice.sc_address(), market.people.bob.sc_address(), market.vault.sc_address()];
    let told = holders.map(|holder| {
        let position = market.position(ledger, &holder);
        json!([holder.strkey(), xdr_base64(&position.to_scval())])
    });
    Value::from(told.to_vec())
}

/// `preview_deposit` and `preview_redeem` of four amounts each.
pub fn previews(ledger: &Ledger, market: &Market, random: &mut Random) -> Value {
    let mut told = |function: &str, most: u32| {
        let amounts = [1, 7, random.below(1 << 30) as i128, 1 + (random.next() as i128) % 10_i128.pow(most)];
        let preview = |amount: i128| {
            let told: i128 = ledger.read(&market.vault, function, args![amount]).expect("a preview is told");
            json!([amount.to_string(), told.to_string()])
        };
        amounts.map(preview).to_vec()
    };
    json!({ "deposit": told("preview_deposit", 14), "redeem": told("preview_redeem", 18) })
}

/// The most that a keeper may draw now, found by asking: one stroop more is refused, with that error.
pub fn largest_draw(ledger: &Ledger, market: &Market, keeper: &Account) -> Result<Value, Failure> {
    let refusal = |amount: i128| {
        let answer: Result<(), Failure> = ledger.read(&market.vault, "draw", args![keeper, amount]);
        answer.err().map(|failure| failure.contract_error())
    };
    let (mut taken, mut refused) = (0, 1_i128 << 50);
    while refused - taken > 1 {
        let middle = taken + (refused - taken) / 2;
        if refusal(middle).is_none() {
            taken = middle;
        } else {
            refused = middle;
        }
    }
    let clearance = ledger.prepare(keeper, &[], &market.registry, "clearance", args![keeper])?.simulated;
    Ok(json!({
        "keeper": keeper.strkey(),
        "clearance": xdr_base64(&clearance),
        "largest": taken.to_string(),
        "beyond": refusal(refused).flatten(),
    }))
}
