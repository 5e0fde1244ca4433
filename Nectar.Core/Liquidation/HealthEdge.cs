namespace Nectar.Core.Liquidation;

/// <summary>The edge under which a position may be liquidated: a health factor of one.</summary>
public static class HealthEdge
{
    /// <summary>Whether a position of this health factor may be liquidated; not one that owes nothing, whose health is null.</summary>
    public static bool IsUnderWater(this Ratio? health) => health < Ratio.One;
}
