//! The wire types of a Blend v2 pool. Soroban writes a struct as a map whose keys are sorted by name, so the
//! field names are the format; they are listed here in that order.

use soroban_sdk::{contracttype, Address, Map};

/// Settings of the whole pool.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PoolConfig {
    /// Share of the interest that is credited to the backstop, 7 decimals.
    pub bstop_rate: u32,
    /// Most positions (collateral and liabilities together) that one account may hold.
    pub max_positions: u32,
    /// Least collateral value that an account with debt must hold, in the oracle's decimals.
    pub min_collateral: i128,
    /// SEP-40 oracle that prices every reserve.
    pub oracle: Address,
    /// Pool status, 0 to 6; see [`crate::status`].
    pub status: u32,
}

/// Settings of one reserve. Factors and rates have 7 decimals.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ReserveConfig {
    /// Share of the asset's value that counts as collateral.
    pub c_factor: u32,
    /// Decimals of the asset.
    pub decimals: u32,
    /// Whether supplying and borrowing are allowed.
    pub enabled: bool,
    /// Place of the reserve in the reserve list.
    pub index: u32,
    /// Debt value is divided by this.
    pub l_factor: u32,
    /// Utilisation above which nothing may be borrowed.
    pub max_util: u32,
    /// Interest rate at no utilisation.
    pub r_base: u32,
    /// Rise of the rate up to `util`.
    pub r_one: u32,
    /// Rise of the rate from 95 % to full utilisation.
    pub r_three: u32,
    /// Rise of the rate from `util` to 95 %.
    pub r_two: u32,
    /// How fast the rate modifier follows the distance from `util`.
    pub reactivity: u32,
    /// Most underlying tokens that may be supplied.
    pub supply_cap: i128,
    /// Utilisation that the rate modifier steers towards.
    pub util: u32,
}

/// State of one reserve.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ReserveData {
    /// Underlying tokens per bToken, 12 decimals.
    pub b_rate: i128,
    /// bTokens that exist.
    pub b_supply: i128,
    /// Underlying tokens owed to the backstop.
    pub backstop_credit: i128,
    /// Underlying tokens per dToken, 12 decimals.
    pub d_rate: i128,
    /// dTokens that exist.
    pub d_supply: i128,
    /// Interest rate modifier, 7 decimals.
    pub ir_mod: i128,
    /// When interest was last accrued, seconds since 1970.
    pub last_time: u64,
}

/// A reserve as `get_reserve` answers it, accrued to the current ledger.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reserve {
    /// Token contract of the underlying asset.
    pub asset: Address,
    /// Settings.
    pub config: ReserveConfig,
    /// State.
    pub data: ReserveData,
    /// 10 to the power of the asset's decimals.
    pub scalar: i128,
}

/// What one account holds; keys are reserve indexes, values are bTokens or dTokens.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Positions {
    /// bTokens that secure debt.
    pub collateral: Map<u32, i128>,
    /// dTokens owed.
    pub liabilities: Map<u32, i128>,
    /// bTokens that secure nothing.
    pub supply: Map<u32, i128>,
}

/// An auction as it was created, or what is left of it. Keys are token contracts.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct AuctionData {
    /// What the filler takes over or pays: dTokens (types 0 and 1) or backstop tokens (type 2).
    pub bid: Map<Address, i128>,
    /// Ledger at which the auction starts.
    pub block: u32,
    /// What the filler receives: bTokens (0), backstop tokens (1) or underlying tokens (2).
    pub lot: Map<Address, i128>,
}

/// One action of a `submit`.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Request {
    /// Asset, or the auctioned account for the fills.
    pub address: Address,
    /// Underlying tokens, or a percentage of 1 to 100 for the fills.
    pub amount: i128,
    /// Kind of request, 0 to 9; see [`crate::RequestType`].
    pub request_type: u32,
}

/// Terms of a flash loan.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct FlashLoan {
    /// Underlying tokens lent.
    pub amount: i128,
    /// Asset lent.
    pub asset: Address,
    /// Contract that receives the tokens and whose `exec_op` is called.
    pub contract: Address,
}

/// A reserve's settings that wait for their unlock time.
#[contracttype]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct QueuedReserveInit {
    /// Settings to be applied.
    pub new_config: ReserveConfig,
    /// Earliest time at which `set_reserve` applies them, seconds since 1970.
    pub unlock_time: u64,
}
