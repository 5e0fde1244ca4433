//! One step of any kind, sensible or not.

use super::market::reserve;
use crate::constants::*;
use crate::steps::{Ask, Step, Who};
use proptest::prelude::*;

pub fn who() -> impl Strategy<Value = Who> {
    (0..3usize).prop_map(Who::User)
}

/// A user, mostly; the pool and the backstop otherwise.
fn anyone() -> impl Strategy<Value = Who> {
    prop_oneof![12 => (0..4usize).prop_map(Who::User), 1 => Just(Who::Pool), 1 => Just(Who::Backstop)]
}

/// In units of seven decimals; the largest stands for "all".
fn amount() -> impl Strategy<Value = i128> {
    prop_oneof![
        6 => ONE..200_000 * ONE,
        2 => 0..ONE,
        1 => Just(i64::MAX as i128),
        1 => -2..3i128,
    ]
}

fn asset() -> impl Strategy<Value = usize> {
    prop_oneof![30 => 0..3usize, 1 => Just(3)]
}

fn ask() -> impl Strategy<Value = Ask> {
    prop_oneof![
        10 => (0..6u32, asset(), amount()).prop_map(|(k, a, n)| Ask::Asset(k, a, n)),
        4 => (who(), 1..=100i128).prop_map(|(w, p)| Ask::Account(FILL_USER, w, p)),
        1 => who().prop_map(|w| Ask::Account(DELETE, w, 0)),
        1 => (FILL_USER..=FILL_INTEREST, anyone(), -1..=102i128).prop_map(|(k, w, p)| Ask::Account(k, w, p)),
        1 => (10..12u32, asset(), amount()).prop_map(|(k, a, n)| Ask::Asset(k, a, n)),
    ]
}

pub fn asks() -> impl Strategy<Value = Vec<Ask>> {
    prop::collection::vec(ask(), 1..5)
}

fn assets() -> impl Strategy<Value = Vec<usize>> {
    prop_oneof![
        8 => prop::sample::subsequence(vec![0, 1, 2], 1..=3),
        1 => prop::collection::vec(asset(), 0..5),
    ]
}

/// Collateral in one asset and debt in another, close to what the factors allow.
pub fn leverage(user: Who) -> impl Strategy<Value = Step> {
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

/// A reserve lent out to some utilisation, mostly one of its upper slopes.
pub fn crowd() -> impl Strategy<Value = Step> {
    (who(), 0..3usize, 1..3usize, prop_oneof![1 => 100..900i128, 2 => 900..1_001i128]).prop_map(
        |(user, collateral, other, permille)| Step::Crowd {
            user,
            collateral,
            debt: (collateral + other) % 3,
            permille,
        },
    )
}

/// Seconds to a year.
pub fn seconds() -> impl Strategy<Value = u64> {
    prop_oneof![1..60u64, 60..86_400u64, 86_400..2_600_000u64, 2_600_000..=31_536_000u64]
}

/// One step that belongs to no scene.
pub fn call() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (who(), asks()).prop_map(|(w, a)| Step::Submit(w, a)),
        6 => who().prop_flat_map(leverage),
        4 => (who(), asks()).prop_map(|(w, a)| Step::SubmitWithAllowance(w, a)),
        2 => ([anyone(), anyone(), anyone()], asks(), any::<bool>())
            .prop_map(|([from, spender, to], asks, net)| Step::SubmitFor { from, spender, to, asks, net }),
        2 => flash_loan(),
        3 => (anyone(), assets(), assets(), 0..=101u32).prop_map(|(user, bid, lot, percent)| {
            Step::NewAuction { kind: 0, user, bid, lot, percent }
        }),
        1 => anyone().prop_map(Step::BadDebt),
        1 => (0..3u32, anyone()).prop_map(|(kind, who)| Step::DelAuction(kind, who)),
        1 => (0..3u32, anyone()).prop_map(|(kind, who)| Step::GetAuction(kind, who)),
        1 => who().prop_map(Step::GetPositions),
        1 => prop_oneof![
            Just(Step::GetConfig),
            Just(Step::GetAdmin),
            Just(Step::GetReserveList),
            asset().prop_map(Step::GetReserve),
        ],
        1 => administration(),
        2 => (0..3usize, 100_000..30_000_000i128).prop_map(|(a, p)| Step::Price(a, p)),
        4 => (0..3usize, 900..1_110i128).prop_map(|(a, m)| Step::PriceMove(a, m)),
        3 => (1..450u32).prop_map(Step::Ledgers),
        2 => seconds().prop_map(Step::Seconds),
    ]
}

fn flash_loan() -> impl Strategy<Value = Step> {
    let repaid =
        |(w, s, n, more): (Who, usize, i128, i128)| Step::FlashLoan(w, s, n, vec![Ask::Asset(REPAY, s, n + more)]);
    prop_oneof![
        2 => (anyone(), asset(), amount(), asks()).prop_map(|(w, s, n, a)| Step::FlashLoan(w, s, n, a)),
        2 => (who(), 0..3usize, ONE..50_000 * ONE, -3..3i128).prop_map(repaid),
        1 => (who(), 0..3usize, ONE..50_000 * ONE, ask()).prop_map(|(w, s, n, extra)| {
            Step::FlashLoan(w, s, n, vec![extra, Ask::Asset(REPAY, s, n + 1)])
        }),
    ]
}

/// What the administrator does. The status is a scene of its own, as it refuses everything after it.
fn administration() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => (0..11_000_000u32, 1..10u32, -1..30 * ONE).prop_map(|(rate, most, least)| Step::UpdatePool(rate, most, least)),
        2 => (asset(), 0..3u32, reserve()).prop_map(|(asset, wrong, config)| Step::QueueReserve(asset, match wrong {
            0 => liquidation_lab::ReserveConfig { util: 9_500_001, ..config },
            _ => config,
        })),
        1 => asset().prop_map(Step::CancelReserve),
        1 => asset().prop_map(Step::SetReserve),
        1 => asset().prop_map(Step::Gulp),
        1 => (3..9u32).prop_map(Step::SetStatus),
    ]
}
