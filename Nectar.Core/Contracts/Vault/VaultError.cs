namespace Nectar.Core.Contracts.Vault;

/// <summary>The vault's refusals, by number.</summary>
public enum VaultError
{
    /// <summary>The amount is zero, negative or above the bound of 10^17.</summary>
    InvalidAmount = 200,

    /// <summary>More is asked than the vault holds idle; a <c>capital_short</c> event in the diagnostics says how much there is.</summary>
    InsufficientIdle = 201,

    /// <summary>The user owns fewer shares than it wants to redeem.</summary>
    InsufficientShares = 202,

    /// <summary>The deposit is too small to buy one unit of shares, or the shares too few to redeem one stroop.</summary>
    AmountTooSmall = 203,

    /// <summary>The deposit would lift the vault above its cap.</summary>
    DepositCapExceeded = 204,

    /// <summary>The user's last deposit, or one its shares came from, is too recent to withdraw.</summary>
    CooldownActive = 205,

    /// <summary>The keeper is not registered, was slashed, or the registry is paused.</summary>
    KeeperNotCleared = 206,

    /// <summary>The draw is above what the keeper's stake covers with the penalty on top.</summary>
    StakeTooSmall = 207,

    /// <summary>The keeper's draws would go beyond the limit for one keeper.</summary>
    KeeperLimitExceeded = 208,

    /// <summary>All draws together would go beyond their share of the vault.</summary>
    DrawShareExceeded = 209,

    /// <summary>The keeper has an overdue draw: it can only return or be settled.</summary>
    DebtOverdue = 210,

    /// <summary>The keeper has drawn nothing.</summary>
    NoDebt = 211,

    /// <summary>The oldest open draw is not overdue yet.</summary>
    NotOverdue = 212,

    /// <summary>The USDC, or another token, refused a transfer or an approval: balance, trustline or authorisation is missing.</summary>
    TokenRefused = 213,

    /// <summary>The registry did not answer.</summary>
    RegistryRefused = 214,

    /// <summary>A config field is outside its bounds.</summary>
    InvalidConfig = 215,

    /// <summary>An owner is always needed: ownership cannot be renounced.</summary>
    OwnerRequired = 216,

    /// <summary>No upgrade is proposed.</summary>
    UpgradeNotProposed = 217,

    /// <summary>The delay of the proposed upgrade has not passed.</summary>
    UpgradeTooEarly = 218,

    /// <summary>Shares cannot be sent to the vault itself.</summary>
    SharesToVault = 219,

    /// <summary>The pool is not on the allow-list.</summary>
    PoolNotAllowed = 220,

    /// <summary>An exchange of the plan is not on the allow-list.</summary>
    ExchangeNotAllowed = 221,

    /// <summary>An asset of the plan has no price source of the vault's own.</summary>
    AssetNotAllowed = 222,

    /// <summary>The percent is not 1 to 100.</summary>
    InvalidPercent = 223,

    /// <summary>The plan withdraws no lot, or more than 4.</summary>
    InvalidLots = 224,

    /// <summary>The plan repays more than 2 assets.</summary>
    TooManyBids = 225,

    /// <summary>An asset stands twice in one list of the plan, or a swap trades an asset that the plan does not touch, or USDC.</summary>
    InvalidSwaps = 226,

    /// <summary>An asset's own oracle gives no price, a stale one, one from the future, or one out of range.</summary>
    PriceUnusable = 227,

    /// <summary>The pool's price of an asset deviates too far from the asset's own oracle.</summary>
    PriceDeviates = 228,

    /// <summary>The asset's own oracle is the pool's oracle.</summary>
    OracleNotIndependent = 229,

    /// <summary>There is no such auction: another keeper took it, or it never was, or its first ledger has not come.</summary>
    AuctionGone = 230,

    /// <summary>The pool refused the fill, repayment or withdrawal.</summary>
    PoolRefused = 231,

    /// <summary>The vault would be left with debt in the pool.</summary>
    DebtLeft = 232,

    /// <summary>The vault would be left with collateral in the pool, or with a token that the plan does not sell.</summary>
    CollateralLeft = 233,

    /// <summary>The exchange would not trade within the bounds that the oracle price sets.</summary>
    SwapOutOfBounds = 234,

    /// <summary>The profit measured is below the plan's or the vault's minimum.</summary>
    ProfitTooSmall = 235,

    /// <summary>The pool, exchange or oracle to be listed did not answer as one does.</summary>
    NotAsExpected = 236,
}
