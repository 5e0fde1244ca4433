using Nectar.Core.Contracts.Vault;

namespace Nectar.Web.Advices;

/// <summary>The vault's refusals in words.</summary>
internal static class VaultSayings
{
    private const string Retry = "Nothing was changed. Try again in a moment.";
    private const string Keeper = "This concerns a keeper's own call: the keeper decides anew in its next cycle.";
    private const string Owner = "Only the vault's owner can act on it.";

    /// <summary>By number.</summary>
    public static IReadOnlyDictionary<uint, Saying> All { get; } = new Dictionary<VaultError, Saying>
    {
        [VaultError.InvalidAmount] = new("The amount is zero, below zero or larger than the vault takes.", "Enter an amount above 0."),
        [VaultError.InsufficientIdle] = new("The vault has less USDC idle than this needs: the rest is out with keepers.", "Withdraw up to what is idle now, or wait until keepers return their draws."),
        [VaultError.InsufficientShares] = new("You own fewer shares than you want to redeem.", "Use Max, or enter less."),
        [VaultError.AmountTooSmall] = new("The amount is too small to be worth a single unit on the other side.", "Enter a larger amount."),
        [VaultError.DepositCapExceeded] = new("The deposit would lift the vault above its cap.", "Deposit no more than the remaining capacity."),
        [VaultError.CooldownActive] = new("Your last deposit is too recent to withdraw.", "Wait until the cooldown shown beside your position has ended."),
        [VaultError.KeeperNotCleared] = new("The keeper is not registered, was slashed, or the registry is paused.", Keeper),
        [VaultError.StakeTooSmall] = new("The draw is more than the keeper's stake covers with the penalty on top.", Keeper),
        [VaultError.KeeperLimitExceeded] = new("The draw goes beyond what one keeper may have out.", Keeper),
        [VaultError.DrawShareExceeded] = new("All draws together would go beyond their part of the vault.", Keeper),
        [VaultError.DebtOverdue] = new("The keeper has an overdue draw and can only return it or be settled.", Keeper),
        [VaultError.NoDebt] = new("The keeper has drawn nothing.", Keeper),
        [VaultError.NotOverdue] = new("The oldest open draw is not overdue yet.", "Wait for its due ledger."),
        [VaultError.TokenRefused] = new("The token refused the transfer: balance, trust line or authorisation is missing.", "Check that your account has a USDC trust line and enough USDC."),
        [VaultError.RegistryRefused] = new("The registry did not answer.", Retry),
        [VaultError.InvalidConfig] = new("A setting is outside its bounds.", Owner),
        [VaultError.OwnerRequired] = new("The vault always needs an owner.", Owner),
        [VaultError.UpgradeNotProposed] = new("No upgrade is proposed.", Owner),
        [VaultError.UpgradeTooEarly] = new("The delay of the proposed upgrade has not passed.", Owner),
        [VaultError.SharesToVault] = new("Shares cannot be sent to the vault itself.", "Withdraw instead: that redeems them."),
        [VaultError.PoolNotAllowed] = new("The pool is not on the vault's list.", Keeper),
        [VaultError.ExchangeNotAllowed] = new("An exchange of the plan is not on the vault's list.", Keeper),
        [VaultError.AssetNotAllowed] = new("The vault has no price source of its own for an asset of the plan.", Keeper),
        [VaultError.InvalidPercent] = new("The percent is not 1 to 100.", Keeper),
        [VaultError.InvalidLots] = new("The plan withdraws no lot, or more than 4.", Keeper),
        [VaultError.TooManyBids] = new("The plan repays more than 2 assets.", Keeper),
        [VaultError.InvalidSwaps] = new("A swap of the plan does not fit its lots and debts.", Keeper),
        [VaultError.PriceUnusable] = new("An asset's own oracle gives no price that may be used.", Keeper),
        [VaultError.PriceDeviates] = new("The pool's price is too far from the asset's own oracle: the vault sits this one out.", Keeper),
        [VaultError.OracleNotIndependent] = new("The asset's own oracle is the pool's.", Owner),
        [VaultError.AuctionGone] = new("There is no such auction any more: another keeper took it.", Keeper),
        [VaultError.PoolRefused] = new("The pool refused the fill, repayment or withdrawal.", Keeper),
        [VaultError.DebtLeft] = new("The vault would be left with debt in the pool.", Keeper),
        [VaultError.CollateralLeft] = new("The vault would be left with collateral or another token.", Keeper),
        [VaultError.SwapOutOfBounds] = new("The exchange would not trade within the bounds that the oracle sets.", Keeper),
        [VaultError.ProfitTooSmall] = new("The profit is below the minimum.", Keeper),
        [VaultError.NotAsExpected] = new("What should be listed does not answer as a pool, exchange or oracle.", Owner),
    }.ToDictionary(s => (uint)s.Key, s => s.Value);
}
