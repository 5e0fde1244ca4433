using Nectar.Core.Liquidation;

namespace Nectar.Web.Components.Controls;

/// <summary>A health factor as a glyph, a word and a bar.</summary>
internal static class HealthState
{
    // Twice the edge fills the bar, so that the edge stands in its middle.
    private static readonly Ratio full = new(2 * Ratio.One.Value);
    private static readonly Ratio atRisk = new(12_000_000);

    /// <summary>Kind, glyph and word: liquidatable under 1, at risk under 1.2.</summary>
    public static (string Kind, string Glyph, string Word) Of(Ratio? health) => health switch
    {
        null => ("quiet", "○", "NO DEBT"),
        { } when health.IsUnderWater() => ("danger", "✕", "LIQUIDATABLE"),
        { } h when h < atRisk => ("warn", "▲", "AT RISK"),
        _ => ("ok", "●", "HEALTHY"),
    };

    /// <summary>
    /// How much of its worth the collateral as a whole may lose, debts unchanged, until the health factor is 1: in percent with
    /// one decimal, always, rounded down; <c>0.0 %</c> for whoever is under 1 already.
    /// </summary>
    public static string Distance(Ratio health)
    {
        var tenths = health <= Ratio.One ? 0 : (int)((health.Value - Ratio.One.Value) * 1_000 / health.Value);
        return $"{tenths / 10}.{tenths % 10} %";
    }

    /// <summary>The bar's width in percent, rounded down.</summary>
    public static int BarWidth(Ratio? health) =>
        health is not { } h || h >= full ? 100 : (int)(Int128.Max(0, h.Value) * 100 / full.Value);
}
