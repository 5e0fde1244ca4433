using Nectar.Core.Contracts.Vault;
using Nectar.Core.Units;
using Nectar.Web.Live;

namespace Nectar.Web.Components.Vaults;

/// <summary>The vault's events in words.</summary>
internal static class MomentWords
{
    /// <summary>What happened, without addresses.</summary>
    public static string Of(VaultEvent happened) => happened switch
    {
        VaultEvent.Deposited e => $"{Shown.Money(e.Amount)} USDC deposited",
        VaultEvent.Withdrawn e => $"{Shown.Money(e.Amount)} USDC withdrawn",
        VaultEvent.Drawn e => $"{Shown.Money(e.Amount)} USDC drawn",
        VaultEvent.Returned e => $"{Shown.Money(e.Amount)} USDC returned, {Shown.Money(e.Profit)} of it profit",
        VaultEvent.Liquidated e => $"liquidation with {Shown.Money(e.WentOut())} USDC, profit {Shown.Money(e.Profit)}",
        VaultEvent.Settled e => $"overdue draw settled, {Shown.Money(e.Taken)} USDC from the stake{(e.Loss > Usdc.Zero ? $", {Shown.Money(e.Loss)} lost" : "")}",
        VaultEvent.ConfigSet => "settings changed",
        _ => "lists changed",
    };
}
