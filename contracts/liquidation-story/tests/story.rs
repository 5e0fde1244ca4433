//! The story as its JSON tells it.

use liquidation_story::{play, Mode, PoolChoice};
use serde_json::Value;

fn told(pool: PoolChoice, mode: Mode) -> Value {
    let story = play(pool, mode, |_| {}).unwrap_or_else(|e| panic!("{pool:?} {mode:?}: {e}"));
    serde_json::from_str(&story.json()).unwrap()
}

fn stroops(story: &Value, field: &str) -> i128 {
    let text = story[field].as_str().unwrap_or_else(|| panic!("{field} is no text: {}", story[field]));
    text.parse().unwrap_or_else(|e| panic!("{field} {text}: {e}"))
}

const ALL: [(PoolChoice, Mode); 4] = [
    (PoolChoice::Lab, Mode::Staged),
    (PoolChoice::Lab, Mode::Atomic),
    (PoolChoice::Blend, Mode::Staged),
    (PoolChoice::Blend, Mode::Atomic),
];

#[test]
fn the_vault_ends_richer_by_the_profit_less_the_fee_and_the_loser_loses_nothing() {
    for (pool, mode) in ALL {
        let story = told(pool, mode);
        let gained = stroops(&story, "vault_usdc_after") - stroops(&story, "vault_usdc_before");
        assert_eq!(gained, stroops(&story, "profit") - stroops(&story, "keeper_fee"), "{pool:?} {mode:?}");
        assert!(gained > 0);
        assert!(stroops(&story, "share_price_after") > stroops(&story, "share_price_before"));
        assert_eq!(stroops(&story, "loser_loss"), 0);
    }
}

#[test]
fn both_pools_and_both_modes_bring_the_same_profit_to_the_stroop() {
    let profits = ALL.map(|(pool, mode)| stroops(&told(pool, mode), "profit"));
    assert!(profits.iter().all(|profit| *profit == profits[0]), "{profits:?}");
}

#[test]
fn every_step_names_ledger_actor_instructions_and_fee() {
    let story = told(PoolChoice::Blend, Mode::Staged);
    let steps = story["steps"].as_array().unwrap();
    let taken: Vec<&str> = steps.iter().map(|step| step["step"].as_str().unwrap()).collect();
    for step in
        ["deposit", "register", "borrow", "price shock", "auction", "draw", "fill", "fill lost", "sell", "return"]
    {
        assert!(taken.contains(&step), "{step} is missing in {taken:?}");
    }
    for step in steps {
        assert!(step["ledger"].as_u64().unwrap() > 0 && !step["actor"].as_str().unwrap().is_empty());
        let (used, fee) = (step["instructions"].as_u64().unwrap(), step["fee"].as_str().unwrap());
        assert_eq!(used == 0, fee == "0", "{step}");
    }
    assert_eq!((story["pool"].as_str(), story["mode"].as_str()), (Some("blend"), Some("staged")));
}
