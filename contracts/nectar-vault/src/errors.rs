use soroban_sdk::contracterror;

/// Every refusal of the vault, by number.
#[contracterror]
#[derive(Copy, Clone, Debug, Eq, PartialEq, PartialOrd, Ord)]
#[repr(u32)]
pub enum VaultError {
    /// The amount is zero, negative or above the bound of 10^17.
    InvalidAmount = 200,
    /// More is asked than the vault holds idle; a `capital_short` event in the diagnostics says how much there is.
    InsufficientIdle = 201,
    /// The user owns fewer shares than it wants to redeem.
    InsufficientShares = 202,
    /// The deposit is too small to buy one unit of shares, or the shares too few to redeem one stroop.
    AmountTooSmall = 203,
    /// The deposit would lift the vault above its cap.
    DepositCapExceeded = 204,
    /// The user's last deposit, or one its shares came from, is too recent to withdraw.
    CooldownActive = 205,
    /// The keeper is not registered, was slashed, or the registry is paused.
    KeeperNotCleared = 206,
    /// The draw is above what the keeper's stake covers with the penalty on top.
    StakeTooSmall = 207,
    /// The keeper's draws would go beyond the limit for one keeper.
    KeeperLimitExceeded = 208,
    /// All draws together would go beyond their share of the vault.
    DrawShareExceeded = 209,
    /// The keeper has an overdue draw: it can only return or be settled.
    DebtOverdue = 210,
    /// The keeper has drawn nothing.
    NoDebt = 211,
    /// The oldest open draw is not overdue yet.
    NotOverdue = 212,
    /// The USDC, or another token, refused a transfer or an approval: balance, trustline or authorisation is missing.
    TokenRefused = 213,
    /// The registry did not answer.
    RegistryRefused = 214,
    /// A config field is outside its bounds.
    InvalidConfig = 215,
    /// An owner is always needed: ownership cannot be renounced.
    OwnerRequired = 216,
    /// No upgrade is proposed.
    UpgradeNotProposed = 217,
    /// The delay of the proposed upgrade has not passed.
    UpgradeTooEarly = 218,
    /// Shares cannot be sent to the vault itself.
    SharesToVault = 219,
    /// The pool is not on the allow-list.
    PoolNotAllowed = 220,
    /// An exchange of the plan is not on the allow-list.
    ExchangeNotAllowed = 221,
    /// An asset of the plan has no price source of the vault's own.
    AssetNotAllowed = 222,
    /// The percent is not 1 to 100.
    InvalidPercent = 223,
    /// The plan withdraws no lot, or more than 4.
    InvalidLots = 224,
    /// The plan repays more than 2 assets.
    TooManyBids = 225,
    /// An asset stands twice in one list of the plan, or a swap trades an asset that the plan does not touch, or USDC.
    InvalidSwaps = 226,
    /// An asset's own oracle gives no price, a stale one, one from the future, or one out of range.
    PriceUnusable = 227,
    /// The pool's price of an asset deviates too far from the asset's own oracle.
    PriceDeviates = 228,
    /// The asset's own oracle is the pool's oracle.
    OracleNotIndependent = 229,
    /// There is no such auction: another keeper took it, or it never was, or its first ledger has not come.
    AuctionGone = 230,
    /// The pool refused the fill, repayment or withdrawal.
    PoolRefused = 231,
    /// The vault would be left with debt in the pool.
    DebtLeft = 232,
    /// The vault would be left with collateral in the pool, or with a token that the plan does not sell.
    CollateralLeft = 233,
    /// The exchange would not trade within the bounds that the oracle price sets.
    SwapOutOfBounds = 234,
    /// The profit measured is below the plan's or the vault's minimum.
    ProfitTooSmall = 235,
    /// The pool, exchange or oracle to be listed did not answer as one does.
    NotAsExpected = 236,
}
