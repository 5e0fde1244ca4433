using Nectar.Core.Contracts.Vault;

namespace Nectar.Web.Api;

/// <summary>
/// The vault in the first Nectar's words: USDC in stroops, shares in ten-millionths (ours have 13 decimals; six are cut
/// off), outstanding draws as <c>active_liq</c> and part of <c>total_usdc</c>.
/// </summary>
internal sealed record VaultAnswer(Int128 TotalUsdc, Int128 TotalShares, Int128 TotalProfit, Int128 ActiveLiq)
{
    /// <summary>From the contract's state.</summary>
    public static VaultAnswer Of(VaultState vault) =>
        new(vault.TotalAssets.Stroops, SharesOf(vault.TotalShares.Units), vault.Profit.Stroops, vault.Drawn.Stroops);

    /// <summary>Shares in ten-millionths, rounded down.</summary>
    public static Int128 SharesOf(Int128 units) => units / 1_000_000;
}
