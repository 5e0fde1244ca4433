//! Random histories of the vault, each from the funded market on and with settings of its own.

use super::step::{self, Step};
use super::tell;
use crate::files::write_gzip;
use crate::random::Random;
use serde_json::json;
use std::io;
use std::path::Path;
use test_suites::args;
use test_suites::ledger::{Account, Failure, Ledger};
use test_suites::market::{terms, Market, PoolKind, ONE};

const HISTORIES: u64 = 20;
const STEPS: u32 = 30;

/// Writes `histories.jsonl.gz`.
pub fn write(folder: &Path) -> io::Result<()> {
    let mut lines = String::new();
    for seed in 1..=HISTORIES {
        history(seed, &mut lines).map_err(|failure| io::Error::other(failure.to_string()))?;
        eprintln!("  {seed} of {HISTORIES} histories");
    }
    write_gzip(folder, "histories.jsonl.gz", &lines)
}

fn history(seed: u64, lines: &mut String) -> Result<(), Failure> {
    let random = &mut Random::numbered(seed);
    let (mut ledger, market) = Market::funded(PoolKind::Lab);
    configure(&mut ledger, &market, random)?;
    for _ in 0..STEPS {
        let step = Step::random(&ledger, &market, random);
        match step {
            Step::Wait(ledgers) => {
                ledger.close(ledgers);
                continue;
            }
            Step::ClawBack(amount) => {
                let issuer = &market.people.usdc_issuer;
                ledger.invoke(issuer, &market.usdc, "clawback", args![market.registry, amount])?;
                continue;
            }
            _ => {}
        }
        let before = tell::entries(&ledger, &market);
        let held = ledger.balance(&market.usdc, &market.registry);
        let outcome = step::take(&mut ledger, &market, &step);
        let line = json!({
            "history": seed,
            "ledger": ledger.sequence(),
            "call": step.json(),
            "outcome": tell::outcome(&outcome),
            "before": before,
            "held": held.to_string(),
            "entries": tell::entries(&ledger, &market),
            "state": tell::state(&ledger, &market),
            "later": tell::later(&ledger, &market, random),
            "positions": tell::positions(&ledger, &market),
            "previews": tell::previews(&ledger, &market, random),
            "draw": tell::largest_draw(&ledger, &market, keeper(&market, random))?,
        });
        lines.push_str(&format!("{line}\n"));
    }
    Ok(())
}

/// One of the two keepers.
pub fn keeper<'a>(market: &'a Market, random: &mut Random) -> &'a Account {
    [&market.people.alpha, &market.people.beta][random.below(2)]
}

fn configure(ledger: &mut Ledger, market: &Market, random: &mut Random) -> Result<(), Failure> {
    let config = nectar_vault::Config {
        default_penalty_bps: 1 + random.below(5_000) as u32,
        deposit_cap: [0, 150_000 * ONE][random.below(2)],
        draw_deadline: 12 + random.below(400) as u32,
        keeper_fee_bps: random.below(5_000) as u32,
        max_draw_per_keeper: [0, random.below(20_000) as i128 * ONE + 1][random.below(2)],
        max_drawn_bps: 1_000 + random.below(9_001) as u32,
        vesting_ledgers: 1 + random.below(2_000) as u32,
        withdraw_cooldown: [0, 0, 40][random.below(3)],
        ..terms()
    };
    ledger.invoke(&market.people.admin, &market.vault, "set_config", args![config])?;
    Ok(())
}
