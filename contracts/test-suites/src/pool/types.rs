//! Wire types of Blend v2's pool. Factors and rates of a configuration have 7 decimals.

use soroban_sdk::{contracttype, Address, Map};

/// Configuration of a pool.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolConfig {
    /// Share of interest that goes to the backstop, 7 decimals.
    pub bstop_rate: u32,
    /// Most positions (assets supplied as collateral and borrowed) of a user.
    pub max_positions: u32,
    /// Least collateral of a borrower, in the oracle's decimals.
    pub min_collateral: i128,
    /// SEP-40 price feed.
    pub oracle: Address,
    /// 0 and 1 active, 2 and 3 on ice, 4 and 5 frozen, 6 in setup.
    pub status: u32,
}

/// Configuration of a reserve.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReserveConfig {
    /// Collateral factor, 7 decimals.
    pub c_factor: u32,
    /// Decimals of the asset.
    pub decimals: u32,
    /// Whether it can be supplied and borrowed.
    pub enabled: bool,
    /// Its index in the pool; given by the pool, whatever is sent.
    pub index: u32,
    /// Liability factor, 7 decimals.
    pub l_factor: u32,
    /// Utilisation up to which it can be borrowed, 7 decimals.
    pub max_util: u32,
    /// Interest rate at no use, 7 decimals.
    pub r_base: u32,
    /// Rate added up to the target utilisation, 7 decimals.
    pub r_one: u32,
    /// Rate added above 95 % utilisation, 7 decimals.
    pub r_three: u32,
    /// Rate added between the target and 95 %, 7 decimals.
    pub r_two: u32,
    /// How fast the rate modifier moves, 7 decimals.
    pub reactivity: u32,
    /// Most that can be supplied, in the asset's decimals.
    pub supply_cap: i128,
    /// Target utilisation, 7 decimals.
    pub util: u32,
}

impl ReserveConfig {
    /// A usual reserve of a 7-decimal asset with the given collateral and liability factors
    /// (7 decimals each).
    pub fn with_factors(c_factor: u32, l_factor: u32) -> Self {
        Self {
            c_factor,
            decimals: 7,
            enabled: true,
            index: 0,
            l_factor,
            max_util: 9_500_000,
            r_base: 100_000,
            r_one: 500_000,
            r_three: 15_000_000,
            r_two: 5_000_000,
            reactivity: 20,
            supply_cap: 1_000_000_000_000_000,
            util: 7_500_000,
        }
    }
}

/// State of a reserve.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReserveData {
    /// Underlying per bToken, 12 decimals.
    pub b_rate: i128,
    /// All bTokens.
    pub b_supply: i128,
    /// Interest owed to the backstop, in the asset's decimals.
    pub backstop_credit: i128,
    /// Underlying per dToken, 12 decimals.
    pub d_rate: i128,
    /// All dTokens.
    pub d_supply: i128,
    /// Modifier of the interest rate, 7 decimals.
    pub ir_mod: i128,
    /// Time up to which interest is accrued, in seconds.
    pub last_time: u64,
}

/// A reserve, accrued to the current ledger.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reserve {
    /// Its asset.
    pub asset: Address,
    /// Its configuration.
    pub config: ReserveConfig,
    /// Its state.
    pub data: ReserveData,
    /// 10 to the asset's decimals.
    pub scalar: i128,
}

/// What a user has in the pool: bTokens or dTokens by index of the reserve.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Positions {
    /// bTokens that back its debt.
    pub collateral: Map<u32, i128>,
    /// dTokens.
    pub liabilities: Map<u32, i128>,
    /// bTokens that back nothing.
    pub supply: Map<u32, i128>,
}

/// An auction: what is bid for what, by underlying asset.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuctionData {
    /// What the filler takes over; dTokens in a liquidation.
    pub bid: Map<Address, i128>,
    /// Ledger from which it can be filled.
    pub block: u32,
    /// What the filler gets; bTokens in a liquidation.
    pub lot: Map<Address, i128>,
}

/// Under which an auction is stored.
#[contracttype]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuctionKey {
    /// [`AuctionType`] as a number.
    pub auct_type: u32,
    /// The user liquidated, or the backstop.
    pub user: Address,
}

/// Kinds of auctions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum AuctionType {
    /// A user's collateral for its debt.
    UserLiquidation = 0,
    /// Backstop tokens for debt without collateral.
    BadDebt = 1,
    /// Accrued interest for backstop tokens.
    Interest = 2,
}
