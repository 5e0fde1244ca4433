use proptest::prelude::*;

use crate::books::{Books, PRICE_SCALE, VIRTUAL_SHARES};

const USDC: i128 = 10_000_000;
const VESTING: u32 = 1_000;

/// Books with the seed that the constructor locks.
fn seeded() -> Books {
    let mut books = Books::empty();
    deposit(&mut books, 10 * USDC);
    books
}

fn deposit(books: &mut Books, amount: i128) -> i128 {
    let shares = books.shares_for(amount).unwrap();
    books.idle += amount;
    books.shares += shares;
    shares
}

fn withdraw(books: &mut Books, shares: i128, ledger: u32) -> i128 {
    let amount = books.value_of(shares, ledger).unwrap();
    books.idle -= amount;
    books.shares -= shares;
    amount
}

fn profit(books: &mut Books, amount: i128, ledger: u32) {
    books.idle += amount;
    books.book_profit(amount, ledger, VESTING);
}

#[test]
fn a_share_costs_one_usdc_at_the_start() {
    let mut books = seeded();
    assert_eq!(books.share_price(0), Some(PRICE_SCALE));
    assert_eq!(deposit(&mut books, USDC), USDC * VIRTUAL_SHARES);
}

#[test]
fn profit_vests_in_a_straight_line_rounded_up_for_what_is_left() {
    let mut books = seeded();
    profit(&mut books, 10, 100);
    let left: [i128; 5] = [100, 101, 200, 1_099, 1_100].map(|ledger| books.unvested(ledger));
    assert_eq!(left, [10, 10, 9, 1, 0]);
}

#[test]
fn a_second_profit_moves_the_end_by_the_weighted_average_of_what_both_have_left() {
    let mut books = seeded();
    profit(&mut books, 600, 0);
    // 300 wait for 500 ledgers more; 100 come for 1,000: (300*500 + 100*1000) / 400 = 625.
    profit(&mut books, 100, 500);
    assert_eq!((books.vest_amount, books.vest_from, books.vest_until), (400, 500, 1_125));
    assert_eq!(books.profit, 700);
}

#[test]
fn one_stroop_profits_in_every_ledger_do_not_put_the_end_off() {
    let mut books = seeded();
    profit(&mut books, 100 * USDC, 0);
    for ledger in 1..VESTING {
        profit(&mut books, 1, ledger);
        assert_eq!(books.vest_until, VESTING, "after the stroop of ledger {ledger}");
    }
}

#[test]
fn a_loss_takes_unvested_profit_first_and_only_the_rest_lowers_the_price() {
    let mut books = seeded();
    deposit(&mut books, 990 * USDC);
    books.idle -= 100 * USDC;
    books.drawn += 100 * USDC;
    profit(&mut books, 30 * USDC, 0);
    let price = books.share_price(0).unwrap();
    books.write_off(20 * USDC, 0);
    assert_eq!(books.share_price(0), Some(price));
    assert_eq!(books.unvested(0), 10 * USDC);
    books.write_off(15 * USDC, 0);
    assert_eq!(books.unvested(0), 0);
    assert_eq!(books.total_assets(0), 995 * USDC);
    assert_eq!(books.loss, 35 * USDC);
}

#[test]
fn a_profit_as_large_as_all_usdc_and_the_longest_vesting_do_not_overflow() {
    let mut books = seeded();
    books.idle += 10i128.pow(18);
    books.book_profit(10i128.pow(18), 1, 518_400);
    books.idle += 10i128.pow(18);
    books.book_profit(10i128.pow(18), 2, 518_400);
    assert_eq!(books.unvested(518_402), 0);
    assert!(books.share_price(2).is_some());
}

#[derive(Clone, Debug)]
enum Step {
    Deposit(i128),
    Withdraw(i128),
    Profit(i128),
    DrawAndLose(i128),
    Pass(u32),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (1..=1_000_000 * USDC).prop_map(Step::Deposit),
        (1..=10_000i128).prop_map(Step::Withdraw),
        (1..=10_000 * USDC).prop_map(Step::Profit),
        (1..=1_000 * USDC).prop_map(Step::DrawAndLose),
        (1..=2_000u32).prop_map(Step::Pass),
    ]
}

proptest! {
    #[test]
    fn the_price_falls_only_by_a_loss_beyond_unvested_profit_and_then_by_exactly_it(
        steps in prop::collection::vec(step(), 1..60),
    ) {
        let mut books = seeded();
        let mut ledger = 1u32;
        let mut held = 0i128;
        for step in steps {
            let (price, assets, unvested) = (books.share_price(ledger), books.total_assets(ledger), books.unvested(ledger));
            match step {
                Step::Deposit(amount) => held += deposit(&mut books, amount),
                Step::Withdraw(part) => {
                    let shares = held * part / 10_000;
                    let idle = books.idle;
                    if books.value_of(shares, ledger).unwrap() <= idle {
                        withdraw(&mut books, shares, ledger);
                        held -= shares;
                    }
                }
                Step::Profit(amount) => profit(&mut books, amount, ledger),
                Step::DrawAndLose(amount) => {
                    let lost = amount.min(books.idle / 2);
                    books.idle -= lost;
                    books.drawn += lost;
                    books.write_off(lost, ledger);
                    prop_assert_eq!(books.total_assets(ledger), assets - (lost - unvested).max(0));
                    continue;
                }
                Step::Pass(ledgers) => {
                    ledger += ledgers;
                    prop_assert!(books.unvested(ledger) <= unvested, "vesting is monotone");
                }
            }
            prop_assert!(books.share_price(ledger) >= price);
            prop_assert!(books.unvested(ledger) <= books.gross());
            prop_assert!(books.value_of(held, ledger).unwrap() <= books.gross() - books.unvested(ledger));
        }
    }

    #[test]
    fn depositing_just_before_or_just_after_a_profit_and_leaving_gains_nothing(
        others in USDC..1_000_000 * USDC, mine in 1..1_000_000 * USDC, gain in 1..10_000 * USDC, before in any::<bool>(),
    ) {
        let mut books = seeded();
        deposit(&mut books, others);
        let mut shares = 0;
        if before {
            shares = deposit(&mut books, mine);
        }
        profit(&mut books, gain, 50);
        if !before {
            shares = deposit(&mut books, mine);
        }
        prop_assert!(withdraw(&mut books, shares, 50) <= mine);
    }

    #[test]
    fn a_first_stroop_and_a_burnt_or_booked_fortune_take_at_most_a_stroop_per_thousand_usdc_from_the_next(
        fortune in USDC..=10_000_000 * USDC, next in USDC..=10_000_000 * USDC,
    ) {
        // Donated tokens are not booked at all; a fortune put in as real profit is the worst that can be done.
        let mut books = seeded();
        deposit(&mut books, 1);
        profit(&mut books, fortune, 0);
        let shares = deposit(&mut books, next);
        let taken = next - withdraw(&mut books, shares, VESTING);
        prop_assert!(taken <= 1 + next / (1_000 * USDC), "taken {taken}");
    }
}
