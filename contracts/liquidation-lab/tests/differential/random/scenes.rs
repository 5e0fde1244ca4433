//! Steps that belong together, so that a sequence gets where single calls hardly ever do.

use super::calls::{asks, call, crowd, leverage, seconds, who};
use crate::constants::*;
use crate::steps::{Ask, Step, Who};
use proptest::prelude::*;

type Scene = Vec<Step>;

fn submit(net: bool, who: Who, asks: Vec<Ask>) -> Step {
    match net {
        true => Step::SubmitWithAllowance(who, asks),
        false => Step::Submit(who, asks),
    }
}

/// Three leveraged accounts, then more scenes than 30 calls fill. Shrinking takes scenes out.
pub fn scenes() -> impl Strategy<Value = Vec<Scene>> {
    let first = [Who::User(0), Who::User(1), Who::User(2)].map(leverage);
    // A backstop that has paid, or that was left, no longer allows what the lab's always does: a sequence has one of them.
    let with = |own: BoxedStrategy<Scene>| {
        let scene = prop_oneof![
            6 => call().prop_map(|step| vec![step]),
            4 => liquidation(),
            2 => crowded(),
            1 => donation(),
            1 => unpriced(),
            1 => reconfigured(),
            1 => own,
        ];
        // Practically always there, until a failing sequence is shrunk.
        prop::collection::vec(prop::option::weighted(0.999_999, scene), 30)
    };
    let rest = prop_oneof![
        3 => with(status().boxed()),
        3 => with(prop_oneof![interest(), bad_debt(), forfeited()].boxed()),
        1 => with(written_off().boxed()),
    ];
    (first, rest).prop_map(|(first, rest)| std::iter::once(first.to_vec()).chain(rest.into_iter().flatten()).collect())
}

fn wait() -> impl Strategy<Value = Step> {
    prop_oneof![8 => 0..420u32, 1 => 499..502u32].prop_map(Step::Ledgers)
}

/// An account gets into trouble, is auctioned, and one or two try to fill.
fn liquidation() -> impl Strategy<Value = Scene> {
    let liquidate = || (who(), 1..=100i128, any::<bool>());
    let health = prop_oneof![6 => 900..1_002i128, 1 => 100..900i128, 1 => 1_000..1_100i128];
    let percent = prop_oneof![4 => 10..70u32, 1 => 1..=100u32, 1 => 96..=100u32];
    let fills = (wait(), liquidate(), wait(), liquidate());
    // Mostly everything, since most accounts hold one collateral and one debt.
    let mask = prop_oneof![3 => Just(u8::MAX), 1 => any::<u8>()];
    (who(), health, mask, percent, fills, 0..6u8).prop_map(|(user, health, mask, percent, fills, last)| {
        let (first_wait, first, second_wait, second) = fills;
        let fill = |(filler, percent, net)| Step::Liquidate { filler, user, percent, net };
        let mut steps = vec![Step::Shock(user, health), Step::AuctionOf(user, mask, percent)];
        if last == 5 {
            // The owner is healthy again and takes the auction back.
            steps.extend([Step::Shock(user, 1_500), submit(first.2, user, vec![Ask::Account(DELETE, user, 0)])]);
            return steps;
        }
        steps.extend([first_wait, fill(first), second_wait]);
        steps.push(match last {
            0 => Step::DelAuction(0, user),
            1 => Step::Submit(user, vec![Ask::Account(DELETE, user, 0)]),
            2 => Step::GetAuction(0, user),
            _ => fill(second),
        });
        steps
    })
}

/// A reserve is lent out, and its interest grows on that slope.
fn crowded() -> impl Strategy<Value = Scene> {
    (crowd(), seconds(), 0..3usize, who()).prop_map(|(crowd, seconds, asset, user)| {
        let accrue = Step::Submit(user, vec![Ask::Asset(SUPPLY, asset, 5 * ONE)]);
        vec![crowd, Step::Seconds(seconds), accrue, Step::GetReserve(asset)]
    })
}

/// Tokens that came past the pool's functions are booked.
fn donation() -> impl Strategy<Value = Scene> {
    (0..3usize, 1..1_000 * ONE).prop_map(|(asset, amount)| vec![Step::Donate(asset, amount), Step::Gulp(asset)])
}

/// The oracle is of no use for a while.
fn unpriced() -> impl Strategy<Value = Scene> {
    let bad = (0..3usize, prop::sample::select(vec![Some((ONE, 86_401)), Some((0, 0)), Some((-1, 1)), None]));
    (bad, who(), asks(), call()).prop_map(|((asset, bad), user, asks, call)| {
        let bad = bad.map_or(Step::NoPrice(asset), |(price, age)| Step::OldPrice(asset, price, age));
        let borrow = Step::Submit(user, vec![Ask::Asset(BORROW, asset, ONE)]);
        vec![bad, borrow, Step::Submit(user, asks), call, Step::Price(asset, ONE)]
    })
}

/// A reserve is disabled, or its settings change, a week after it was queued; then it is used.
fn reconfigured() -> impl Strategy<Value = Scene> {
    (0..3usize, any::<bool>(), super::market::reserve(), 604_798..604_802u64, asks(), who()).prop_map(
        |(asset, enabled, config, seconds, asks, user)| {
            let config = liquidation_lab::ReserveConfig { enabled, ..config };
            let supply = Step::Submit(user, vec![Ask::Asset(SUPPLY_COLLATERAL, asset, 100 * ONE)]);
            vec![
                Step::QueueReserve(asset, config),
                Step::Seconds(seconds),
                Step::SetReserve(asset),
                supply,
                Step::SubmitWithAllowance(user, asks),
            ]
        },
    )
}

/// The administrator stops the pool for a few calls.
fn status() -> impl Strategy<Value = Scene> {
    (0..7u32, call(), asks(), who()).prop_map(|(status, call, asks, user)| {
        let submit = Step::Submit(user, asks);
        vec![Step::SetStatus(status), call, submit, Step::UpdateStatus, Step::SetStatus(0)]
    })
}

/// Interest was credited to the backstop and is auctioned.
fn interest() -> impl Strategy<Value = Scene> {
    let assets = prop::sample::subsequence(vec![0, 1, 2], 1..=3);
    (crowd(), 10_000_000..31_536_000u64, assets, wait(), 1..=100i128, who(), any::<bool>(), prop::bool::weighted(0.3))
        .prop_map(|(crowd, seconds, assets, wait, percent, filler, net, stale)| {
            let accrue = assets.iter().map(|asset| Ask::Asset(SUPPLY, *asset, 5 * ONE)).collect();
            let auction = Step::BackstopAuction { kind: 2, user: Who::Backstop, assets, percent: 100 };
            let fill = submit(net, filler, vec![Ask::Account(FILL_INTEREST, Who::Backstop, percent)]);
            let told = Step::GetAuction(2, Who::Backstop);
            let mut steps = vec![crowd, Step::Seconds(seconds), Step::Submit(filler, accrue), auction, told];
            steps.extend(ended(2, stale, wait, fill));
            steps
        })
}

/// A liquidation leaves debt that no collateral secures, and the backstop's is auctioned.
fn bad_debt() -> impl Strategy<Value = Scene> {
    let assets = prop::sample::subsequence(vec![0, 1, 2], 1..=3);
    (who(), 1..3usize, 100..700i128, 201..390u32, assets, wait(), 1..=100i128, any::<bool>()).prop_map(
        |(user, other, health, ledgers, assets, wait, percent, net)| {
            let Who::User(number) = user else { unreachable!("users are picked") };
            let filler = Who::User((number + other) % 3);
            vec![
                Step::Shock(user, health),
                Step::AuctionOf(user, u8::MAX, 100),
                Step::Ledgers(ledgers),
                Step::Liquidate { filler, user, percent: 100, net: true },
                Step::BadDebt(user),
                Step::BackstopAuction { kind: 1, user: Who::Backstop, assets, percent: 100 },
                wait,
                submit(net, filler, vec![Ask::Account(FILL_BAD_DEBT, Who::Backstop, percent)]),
            ]
        },
    )
}

/// An account's debt is left without collateral; the backstop takes it over and auctions it.
fn forfeited() -> impl Strategy<Value = Scene> {
    let mask = prop_oneof![3 => Just(u8::MAX), 1 => any::<u8>()];
    (who(), 1..3usize, mask, wait(), 1..=100i128, any::<bool>(), prop::bool::weighted(0.3)).prop_map(
        |(user, other, mask, wait, percent, net, stale)| {
            let Who::User(number) = user else { unreachable!("users are picked") };
            let filler = Who::User((number + other) % 3);
            let fill = submit(net, filler, vec![Ask::Account(FILL_BAD_DEBT, Who::Backstop, percent)]);
            let auction = Step::AuctionOf(Who::Backstop, mask, 100);
            let mut steps = vec![Step::Forfeit(user), Step::BadDebt(user), auction, Step::GetAuction(1, Who::Backstop)];
            steps.extend(ended(1, stale, wait, fill));
            steps
        },
    )
}

/// A backstop's auction is filled twice, or nobody comes until it may be deleted.
fn ended(kind: u32, stale: bool, wait: Step, fill: Step) -> [Step; 3] {
    match stale {
        true => [Step::Ledgers(501), Step::DelAuction(kind, Who::Backstop), fill],
        false => [wait, fill.clone(), fill],
    }
}

/// The backstop has nothing left: what an account leaves it is written off.
fn written_off() -> impl Strategy<Value = Scene> {
    who().prop_map(|user| {
        let mut steps = vec![Step::EmptyBackstop];
        // A month has passed.
        steps.extend((0..3).map(|asset| Step::PriceMove(asset, 1_000)));
        steps.extend([Step::Forfeit(user), Step::BadDebt(user), Step::BadDebt(Who::Backstop)]);
        steps.push(Step::GetPositions(Who::Backstop));
        steps
    })
}
