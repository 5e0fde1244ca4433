//! What can happen in a market with a vault, by people of every kind.

use proptest::prelude::*;
use proptest::sample::select;

/// Someone in the market, by number: two depositors, two keepers, and a thief that is both.
pub type Who = usize;

/// One step. Parts are in thousandths, so that the same step makes sense in any state.
#[derive(Clone, Debug)]
pub enum Action {
    /// Thousandths of what the user has in USDC, or a bare number of stroops.
    Deposit(Who, Part),
    /// Of its shares.
    Withdraw(Who, Part),
    TransferShares(Who, Who, Part),
    BurnShares(Who, Part),
    /// USDC sent to the vault, or to the registry, past their functions.
    Donate(Who, bool, Part),
    Register(Who, Part),
    AddStake(Who, Part),
    RemoveStake(Who, Part),
    Deregister(Who),
    /// Of what its stake covers.
    Draw(Who, Part),
    /// Of its debt.
    Return(Who, Part),
    /// By the first, of the second's debt.
    Settle(Who, Who),
    /// The borrower takes on collateral and debt.
    Borrow,
    /// The price of XLM, on the pool's feed, the vault's own, or both, becomes that many thousandths.
    Price(Feeds, i128),
    /// The exchange's price of XLM is off by that many basis points.
    Skew(i32),
    Spread(u32),
    OpenAuction(Who),
    /// A plan for that percent, as an honest keeper makes it or with something wrong.
    Liquidate(Who, u32, Trick),
    /// A keeper fills with what it has and sells what it got.
    FillAndSell(Who),
    Pause(bool),
    /// New settings of the vault, and whether they are the usual ones.
    Configure(Box<nectar_vault::Config>),
    MinStake(i128),
    AllowExchange(bool),
    /// The issuer takes back that part of what the registry holds.
    Clawback(Part),
    /// Two prepare in the same ledger; the second's transaction finds what the first's has left.
    Race(Box<Action>, Box<Action>),
    Ledgers(u32),
    /// Both feeds publish their prices anew.
    Refresh,
}

/// How much of something.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    Permille(i128),
    Exactly(i128),
}

impl Part {
    /// The amount, of `whole`.
    pub fn of(self, whole: i128) -> i128 {
        match self {
            Part::Permille(part) => whole * part / 1_000,
            Part::Exactly(amount) => amount,
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub enum Feeds {
    Pool,
    Own,
    Both,
}

/// What is wrong with a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trick {
    Nothing,
    /// Repays everything that is idle and more.
    Overpay,
    /// Buys a debt that is none, at any price.
    BuyTooMuch,
    /// Keeps the lots in the vault instead of selling them.
    SellNothing,
    /// Trades at an exchange of the keeper's own.
    OwnExchange,
    /// Fills in a pool that nobody listed.
    OwnPool,
    /// Names somebody else's auction.
    OtherUser,
    /// Withdraws less than it takes over.
    LeaveLots,
    /// Repays less than it takes over.
    LeaveDebt,
    /// Asks for more profit than there is.
    Greed,
}

const TRICKS: [Trick; 10] = [
    Trick::Nothing,
    Trick::Overpay,
    Trick::BuyTooMuch,
    Trick::SellNothing,
    Trick::OwnExchange,
    Trick::OwnPool,
    Trick::OtherUser,
    Trick::LeaveLots,
    Trick::LeaveDebt,
    Trick::Greed,
];

/// Everybody.
pub const PEOPLE: usize = 5;
/// Those of them that draw and liquidate.
const KEEPERS: [usize; 3] = [2, 3, 4];

fn anyone() -> impl Strategy<Value = Who> {
    0..PEOPLE
}

fn keeper() -> impl Strategy<Value = Who> {
    select(KEEPERS.to_vec())
}

fn part() -> impl Strategy<Value = Part> {
    prop_oneof![
        6 => (1..=1_000i128).prop_map(Part::Permille),
        1 => Just(Part::Permille(1_000)),
        1 => (1_001..3_000i128).prop_map(Part::Permille),
        1 => (-1..4i128).prop_map(Part::Exactly),
        1 => (1..2_000 * 10_000_000i128).prop_map(Part::Exactly),
    ]
}

fn config() -> impl Strategy<Value = nectar_vault::Config> {
    let usual = test_suites::market::terms;
    let any = (
        (1..=10_000u32, 12..=17_280u32, 0..=9_999u32, prop_oneof![Just(0i128), 1..1_000_000_000_000i128]),
        (0..=10_000u32, 0..=100u32, 0..=500u32, 1..=20_000u32, prop_oneof![3 => Just(0u32), 1 => 1..=2_000u32]),
        prop_oneof![6 => Just(0i128), 1 => 1..3_000_000_000_000i128],
    )
        .prop_map(move |((penalty, deadline, fee, most), (drawn, slippage, profit, vesting, cooldown), cap)| {
            nectar_vault::Config {
                default_penalty_bps: penalty,
                deposit_cap: cap,
                draw_deadline: deadline,
                keeper_fee_bps: fee,
                max_draw_per_keeper: most,
                max_drawn_bps: drawn,
                max_slippage_bps: slippage,
                min_profit_bps: profit,
                vesting_ledgers: vesting,
                withdraw_cooldown: cooldown,
            }
        });
    prop_oneof![3 => Just(usual()), 2 => any]
}

fn one() -> impl Strategy<Value = Action> {
    prop_oneof![
        6 => (anyone(), part()).prop_map(|(w, p)| Action::Deposit(w, p)),
        5 => (anyone(), part()).prop_map(|(w, p)| Action::Withdraw(w, p)),
        1 => (anyone(), anyone(), part()).prop_map(|(a, b, p)| Action::TransferShares(a, b, p)),
        1 => (anyone(), part()).prop_map(|(w, p)| Action::BurnShares(w, p)),
        1 => (anyone(), any::<bool>(), part()).prop_map(|(w, r, p)| Action::Donate(w, r, p)),
        2 => (keeper(), part()).prop_map(|(w, p)| Action::Register(w, p)),
        3 => (keeper(), part()).prop_map(|(w, p)| Action::AddStake(w, p)),
        3 => (keeper(), part()).prop_map(|(w, p)| Action::RemoveStake(w, p)),
        1 => keeper().prop_map(Action::Deregister),
        8 => (keeper(), part()).prop_map(|(w, p)| Action::Draw(w, p)),
        8 => (keeper(), part()).prop_map(|(w, p)| Action::Return(w, p)),
        4 => (anyone(), keeper()).prop_map(|(a, b)| Action::Settle(a, b)),
        2 => (select(vec![Feeds::Pool, Feeds::Own, Feeds::Both]), 900..=1_110i128).prop_map(|(f, p)| Action::Price(f, p)),
        1 => (-400..400i32).prop_map(Action::Skew),
        1 => (0..200u32).prop_map(Action::Spread),
        1 => any::<bool>().prop_map(Action::Pause),
        1 => config().prop_map(|config| Action::Configure(Box::new(config))),
        1 => (1..400i128).prop_map(|whole| Action::MinStake(whole * 10_000_000)),
        1 => prop::bool::weighted(0.7).prop_map(Action::AllowExchange),
        1 => part().prop_map(Action::Clawback),
        8 => prop_oneof![4 => 1..100u32, 2 => 100..1_000u32, 1 => 1_000..8_000u32].prop_map(Action::Ledgers),
        2 => Just(Action::Refresh),
    ]
}

/// Two that meet in one ledger.
fn race() -> impl Strategy<Value = Action> {
    let entrant = || {
        prop_oneof![
            (keeper(), 1..=100u32).prop_map(|(w, p)| Action::Liquidate(w, p, Trick::Nothing)),
            (keeper(), part()).prop_map(|(w, p)| Action::Draw(w, p)),
            (keeper(), part()).prop_map(|(w, p)| Action::Return(w, p)),
            (anyone(), keeper()).prop_map(|(a, b)| Action::Settle(a, b)),
            (anyone(), part()).prop_map(|(w, p)| Action::Deposit(w, p)),
            (anyone(), part()).prop_map(|(w, p)| Action::Withdraw(w, p)),
            (keeper(), part()).prop_map(|(w, p)| Action::RemoveStake(w, p)),
            keeper().prop_map(Action::Deregister),
        ]
    };
    (entrant(), entrant()).prop_map(|(a, b)| Action::Race(Box::new(a), Box::new(b)))
}

/// The borrower falls, an auction opens and keepers come; half the time nothing stands in an honest one's way.
fn liquidation() -> impl Strategy<Value = Vec<Action>> {
    let attempt = || {
        let trick = prop_oneof![2 => Just(Trick::Nothing), 1 => select(TRICKS.to_vec())];
        prop_oneof![
            4 => (keeper(), prop_oneof![Just(100u32), 1..=100u32], trick).prop_map(|(w, p, t)| Action::Liquidate(w, p, t)),
            1 => keeper().prop_map(Action::FillAndSell),
        ]
    };
    (700..930i128, anyone(), 40..420u32, prop::collection::vec(attempt(), 1..4), any::<bool>()).prop_map(
        |(fall, who, wait, attempts, clear)| {
            let mut steps = Vec::new();
            if clear {
                steps.extend([Action::Pause(false), Action::AllowExchange(true), Action::Skew(0)]);
                steps.extend(attempts.iter().filter_map(|attempt| match attempt {
                    Action::Liquidate(who, ..) => Some(Action::Register(*who, Part::Exactly(500 * 10_000_000))),
                    _ => None,
                }));
            }
            steps.extend([
                Action::Refresh,
                Action::Borrow,
                Action::Price(Feeds::Both, fall),
                Action::OpenAuction(who),
                Action::Ledgers(wait),
                Action::Refresh,
            ]);
            steps.extend(attempts);
            steps.push(Action::Price(Feeds::Both, 1_000_000 / fall));
            steps
        },
    )
}

/// Somebody tries to take another's profit: in before a return, out after it.
fn sandwich() -> impl Strategy<Value = Vec<Action>> {
    (keeper(), part(), keeper(), 1_001..1_500i128, 0..3u32).prop_map(|(thief, part, keeper, over, wait)| {
        vec![
            Action::Draw(keeper, Part::Permille(500)),
            Action::Deposit(thief, part),
            Action::Return(keeper, Part::Permille(over)),
            Action::Ledgers(wait),
            Action::Withdraw(thief, Part::Permille(1_000)),
        ]
    })
}

/// A keeper keeps what it drew, and is settled; now and then after its stake was taken back by the issuer.
fn default() -> impl Strategy<Value = Vec<Action>> {
    (keeper(), 500..=1_000i128, prop::bool::weighted(0.2), anyone(), 300..1_000i128).prop_map(
        |(keeper, part, clawed, caller, taken)| {
            let mut steps = vec![Action::Draw(keeper, Part::Permille(part)), Action::Ledgers(361)];
            if clawed {
                steps.push(Action::Clawback(Part::Permille(taken)));
            }
            steps.extend([Action::Return(keeper, Part::Permille(100)), Action::Settle(caller, keeper)]);
            steps
        },
    )
}

/// Actions of a run; shrinking takes out groups of them.
pub fn actions(count: usize) -> impl Strategy<Value = Vec<Action>> {
    let group = prop_oneof![
        20 => one().prop_map(|action| vec![action]),
        2 => race().prop_map(|action| vec![action]),
        2 => liquidation(),
        1 => sandwich(),
        1 => default(),
    ];
    prop::collection::vec(prop::option::weighted(0.999_999, group), count)
        .prop_map(move |groups| groups.into_iter().flatten().flatten().take(count).collect())
}
