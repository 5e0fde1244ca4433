//! One thing that happens in both worlds, and what it answers.

use liquidation_lab::ReserveConfig;
use soroban_sdk::xdr::ScVal;

/// An account by name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Who {
    User(usize),
    Backstop,
    Pool,
}

/// Kind, asset or account, amount.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Ask {
    Asset(u32, usize, i128),
    Account(u32, Who, i128),
}

#[derive(Clone, Debug)]
pub enum Step {
    /// Nothing at all.
    Rest,
    Submit(Who, Vec<Ask>),
    SubmitFor {
        from: Who,
        spender: Who,
        to: Who,
        asks: Vec<Ask>,
        /// Whether by `submit_with_allowance`.
        net: bool,
    },
    SubmitWithAllowance(Who, Vec<Ask>),
    FlashLoan(Who, usize, i128, Vec<Ask>),
    NewAuction {
        kind: u32,
        user: Who,
        bid: Vec<usize>,
        lot: Vec<usize>,
        percent: u32,
    },
    /// Auctions whose bid (type 2) or lot (type 1) is the backstop's token.
    BackstopAuction {
        kind: u32,
        user: Who,
        assets: Vec<usize>,
        percent: u32,
    },
    /// Supplies collateral and borrows `permille` of what it allows.
    Leverage {
        user: Who,
        collateral: usize,
        debt: usize,
        amount: i128,
        permille: i128,
    },
    /// `new_auction` of those of the account's positions whose bit is set: collateral in the low bits, debts above. Of the
    /// backstop's it is one of bad debt.
    AuctionOf(Who, u8, u32),
    /// Supplies collateral and borrows until `permille` of what was supplied of an asset is lent out.
    Crowd {
        user: Who,
        collateral: usize,
        debt: usize,
        permille: i128,
    },
    /// Fills an account's auction, repays every debt taken over and withdraws every lot.
    Liquidate {
        filler: Who,
        user: Who,
        percent: i128,
        net: bool,
    },
    GetAuction(u32, Who),
    DelAuction(u32, Who),
    BadDebt(Who),
    GetReserve(usize),
    GetReserveList,
    GetConfig,
    GetAdmin,
    GetPositions(Who),
    UpdateStatus,
    SetStatus(u32),
    UpdatePool(u32, u32, i128),
    QueueReserve(usize, ReserveConfig),
    CancelReserve(usize),
    SetReserve(usize),
    ProposeAdmin(Who),
    AcceptAdmin,
    Gulp(usize),
    /// The only depositor of the backstop leaves it.
    EmptyBackstop,
    /// An indebted account's collateral vanishes from the pool's entries. No call leaves debt without collateral: a fill
    /// that does moves it to the backstop at once.
    Forfeit(Who),
    /// Tokens that reach the pool past its functions.
    Donate(usize, i128),
    Price(usize, i128),
    /// The price of an account's first debt moves so that its health factor comes near that many thousandths.
    Shock(Who, i128),
    /// A price becomes that many thousandths of what it was.
    PriceMove(usize, i128),
    /// A price dated that many seconds ago.
    OldPrice(usize, i128, u64),
    NoPrice(usize),
    Ledgers(u32),
    Seconds(u64),
}

/// What a call answered: the value in its wire form, an error number, or a trap without one.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Value(ScVal),
    Number(u32),
    Trap,
    /// The step is no call.
    Nothing,
}
