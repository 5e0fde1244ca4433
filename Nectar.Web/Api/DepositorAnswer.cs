using Nectar.Web.Live;

namespace Nectar.Web.Api;

/// <summary>A depositor.</summary>
/// <param name="Address">A strkey.</param>
/// <param name="Shares">In ten-millionths.</param>
/// <param name="UsdcValue">In stroops.</param>
/// <param name="PnlPct">Gain over what was paid in, in percent; null where not all that was paid in is known.</param>
internal sealed record DepositorAnswer(string Address, Int128 Shares, Int128 UsdcValue, decimal? PnlPct)
{
    /// <summary>From a depositor.</summary>
    public static DepositorAnswer Of(Depositor depositor) => new(
        depositor.Address,
        VaultAnswer.SharesOf(depositor.Shares.Units),
        depositor.Value.Stroops,
        depositor.PaidIn is { Stroops: var paid } && paid > 0
            ? decimal.Round(100m * ((decimal)depositor.Value.Stroops - (decimal)paid) / (decimal)paid, 4, MidpointRounding.ToNegativeInfinity)
            : null);
}
