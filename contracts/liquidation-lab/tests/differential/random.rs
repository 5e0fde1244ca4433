//! Random sequences of calls; a failing one is shrunk to the shortest that still differs.

use crate::constants::*;
use crate::steps::{Answer, Ask, Step, Who};
use crate::twins::Twins;
use crate::world::Settings;
use liquidation_lab::ReserveConfig;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::cell::RefCell;
use std::collections::BTreeMap;

fn who() -> impl Strategy<Value = Who> {
    (0..3usize).prop_map(Who::User)
}

fn amount() -> impl Strategy<Value = i128> {
    prop_oneof![
        6 => ONE..200_000 * ONE,
        2 => 0..ONE,
        1 => Just(i64::MAX as i128),
        1 => -2..3i128,
    ]
}

fn ask() -> impl Strategy<Value = Ask> {
    prop_oneof![
        10 => (0..6u32, 0..3usize, amount()).prop_map(|(k, a, n)| Ask::Asset(k, a, n)),
        4 => (who(), 1..=100i128).prop_map(|(w, p)| Ask::Account(FILL_USER, w, p)),
        1 => who().prop_map(|w| Ask::Account(DELETE, w, 0)),
    ]
}

fn asks() -> impl Strategy<Value = Vec<Ask>> {
    prop::collection::vec(ask(), 1..5)
}

fn assets() -> impl Strategy<Value = Vec<usize>> {
    prop::sample::subsequence(vec![0, 1, 2], 1..=3)
}

/// Collateral in one asset and debt in another, close to what the factors allow.
fn leverage(user: Who) -> impl Strategy<Value = Step> {
    (0..3usize, 1..3usize, 10 * ONE..100_000 * ONE, 850..=1_000i128).prop_map(
        move |(collateral, other, amount, permille)| Step::Leverage {
            user,
            collateral,
            debt: (collateral + other) % 3,
            amount,
            permille,
        },
    )
}

/// One call of any kind, sensible or not.
fn call() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (who(), asks()).prop_map(|(w, a)| Step::Submit(w, a)),
        6 => who().prop_flat_map(leverage),
        4 => (who(), asks()).prop_map(|(w, a)| Step::SubmitWithAllowance(w, a)),
        2 => (who(), 0..3usize, amount(), asks())
            .prop_map(|(w, s, n, a)| Step::FlashLoan(w, s, n, a)),
        2 => (who(), 0..3usize, ONE..50_000 * ONE, ask(), -3..3i128).prop_map(|(w, s, n, extra, more)| {
            Step::FlashLoan(w, s, n, vec![extra, Ask::Asset(REPAY, s, n + more)])
        }),
        2 => (who(), 0..3usize, ONE..50_000 * ONE)
            .prop_map(|(w, s, n)| Step::FlashLoan(w, s, n, vec![Ask::Asset(REPAY, s, n + 1)])),
        3 => (who(), assets(), assets(), 1..=100u32).prop_map(|(user, bid, lot, percent)| {
            Step::NewAuction { kind: 0, user, bid, lot, percent }
        }),
        1 => who().prop_map(Step::BadDebt),
        2 => (0..3usize, 100_000..30_000_000i128).prop_map(|(a, p)| Step::Price(a, p)),
        4 => (0..3usize, 900..1_110i128).prop_map(|(a, m)| Step::PriceMove(a, m)),
        3 => (1..450u32).prop_map(Step::Ledgers),
        1 => (1..40_000_000u64).prop_map(Step::Seconds),
    ]
}

/// An account gets into trouble, is auctioned, and one or two try to fill.
fn liquidation() -> impl Strategy<Value = Vec<Step>> {
    let ledgers = || prop_oneof![8 => 0..420u32, 1 => 499..502u32];
    let liquidate = || (who(), 1..=100i128, any::<bool>());
    let health = prop_oneof![6 => 900..1_002i128, 1 => 100..900i128, 1 => 1_000..1_100i128];
    let percent = prop_oneof![4 => 10..70u32, 1 => 1..=100u32, 1 => 96..=100u32];
    let fills = (ledgers(), liquidate(), ledgers(), liquidate());
    // Mostly everything, since most accounts hold one collateral and one debt.
    let mask = prop_oneof![3 => Just(u8::MAX), 1 => any::<u8>()];
    (who(), health, mask, percent, fills, 0..4u8).prop_map(|(user, health, mask, percent, fills, last)| {
        let (first_wait, first, second_wait, second) = fills;
        let fill = |(filler, percent, net)| Step::Liquidate { filler, user, percent, net };
        let mut steps = vec![
            Step::Shock(user, health),
            Step::AuctionOf(user, mask, percent),
            Step::Ledgers(first_wait),
            fill(first),
            Step::Ledgers(second_wait),
        ];
        steps.push(match last {
            0 => Step::DelAuction(0, user),
            1 => Step::Submit(user, vec![Ask::Account(DELETE, user, 0)]),
            _ => fill(second),
        });
        steps
    })
}

/// Three leveraged accounts, then anything.
fn steps() -> impl Strategy<Value = Vec<Step>> {
    let first = [Who::User(0), Who::User(1), Who::User(2)].map(leverage);
    let group = prop_oneof![3 => call().prop_map(|step| vec![step]), 2 => liquidation()];
    (first, prop::collection::vec(group, 1..20))
        .prop_map(|(first, then)| first.into_iter().chain(then.into_iter().flatten()).collect())
}

fn config_of_reserve() -> impl Strategy<Value = ReserveConfig> {
    (
        prop::sample::select(vec![7u32, 7, 7, 6, 8]),
        prop_oneof![4 => 6_000_000..=9_500_000u32, 1 => 0..=9_800_000u32],
        6_000_000..=10_000_000u32,
        prop_oneof![4 => 5_000_000..=9_000_000u32, 1 => 10_000..=9_000_000u32],
        prop::bool::weighted(0.95),
        0..=1_000u32,
    )
        .prop_map(|(decimals, c_factor, l_factor, util, enabled, reactivity)| ReserveConfig {
            c_factor,
            decimals,
            enabled,
            l_factor,
            max_util: (util + 500_000).min(10_000_000),
            reactivity,
            util,
            ..reserve_config()
        })
}

fn settings() -> impl Strategy<Value = Settings> {
    (0..9_000_000u32, prop_oneof![1 => 2..4u32, 3 => 4..9u32], 0..50 * ONE, prop::sample::select(vec![7u32, 14]))
        .prop_map(|(bstop_rate, max_positions, min_collateral, oracle_decimals)| Settings {
            bstop_rate,
            max_positions,
            min_collateral,
            oracle_decimals,
        })
}

/// A number from the environment, or the usual one.
fn setting(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |text| text.parse().unwrap_or_else(|_| panic!("{name}={text} is no number")))
}

/// How often Blend gave each kind of call each answer.
#[derive(Default)]
struct Tally(BTreeMap<String, BTreeMap<String, u32>>);

impl Tally {
    fn count(&mut self, step: &Step, answer: &Answer) {
        let answer = match answer {
            Answer::Value(_) => ACCEPTED.into(),
            Answer::Number(number) => number.to_string(),
            Answer::Trap => "trap".into(),
            Answer::Nothing => return,
        };
        let text = format!("{step:?}");
        let call = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        *self.0.entry(call.into()).or_default().entry(answer).or_default() += 1;
    }

    /// Prints the table; a run of some length must have had every call accepted at least once.
    fn report(&self, cases: u64) {
        for (call, answers) in &self.0 {
            println!("{call}: {answers:?}");
            // Assets picked blindly are hardly ever an account's own, and debt without collateral is moved by the fill
            // that leaves it, so that there is hardly any to be told of.
            let rare = ["BadDebt", "NewAuction"].contains(&call.as_str());
            assert!(cases < 100 || rare || answers.contains_key(ACCEPTED), "no {call} was ever accepted");
        }
    }
}

const ACCEPTED: &str = "accepted";

/// `DIFFERENTIAL_CASES` sequences from `DIFFERENTIAL_SEED`.
#[test]
fn any_sequence_of_calls_matches_blend() {
    let cases = setting("DIFFERENTIAL_CASES", 24);
    let config = Config { cases: cases as u32, failure_persistence: None, ..Config::default() };
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&setting("DIFFERENTIAL_SEED", 0).to_le_bytes());
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));

    let tally = RefCell::new(Tally::default());
    let reserves = [config_of_reserve(), config_of_reserve(), config_of_reserve()];
    let sequences = (settings(), reserves, steps());
    let result = runner.run(&sequences, |(settings, configs, steps)| {
        let mut twins = Twins::active(&settings, configs);
        for step in steps {
            // Prices must not be too old: the other tests cover that.
            let refresh = matches!(step, Step::Seconds(_));
            let answer = twins.step(step.clone());
            tally.borrow_mut().count(&step, &answer);
            if refresh {
                for asset in 0..3 {
                    twins.quick_step(Step::Price(asset, ONE));
                }
            }
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    tally.borrow().report(cases);
}
