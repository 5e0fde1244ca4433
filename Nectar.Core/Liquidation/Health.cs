namespace Nectar.Core.Liquidation;

/// <summary>
/// Sums over an account's positions, in the oracle's decimals: collateral rounded down, debt up (Blend v2,
/// <c>pool/src/pool/health_factor.rs</c>). Supply that is no collateral does not count.
/// </summary>
/// <param name="CollateralBase">Collateral after the collateral factors.</param>
/// <param name="CollateralRaw">Collateral at the oracle's prices.</param>
/// <param name="LiabilityBase">Debt after the liability factors.</param>
/// <param name="LiabilityRaw">Debt at the oracle's prices.</param>
public readonly record struct Health(Int128 CollateralBase, Int128 CollateralRaw, Int128 LiabilityBase, Int128 LiabilityRaw)
{
    /// <summary>The sum, side by side.</summary>
    /// <exception cref="OverflowException">It does not fit 128 bits.</exception>
    public static Health operator +(Health left, Health right) => new(
        checked(left.CollateralBase + right.CollateralBase),
        checked(left.CollateralRaw + right.CollateralRaw),
        checked(left.LiabilityBase + right.LiabilityBase),
        checked(left.LiabilityRaw + right.LiabilityRaw));

    /// <summary>The sum.</summary>
    public static Health Add(Health left, Health right) => left + right;

    /// <summary>Whether anything is owed.</summary>
    public bool HasDebt => LiabilityBase > 0;

    /// <summary>Whether Blend v2 lets the account be liquidated: at equality it does not.</summary>
    public bool IsLiquidatable => LiabilityBase > CollateralBase;

    /// <summary>The health factor, rounded down; null without debt.</summary>
    public Ratio? Factor => HasDebt ? new Ratio(FixedPoint.MulFloor(CollateralBase, FixedPoint.E7, LiabilityBase)) : null;

    /// <summary>Whether the health factor, in the oracle's decimals, is above a bound; true without debt.</summary>
    internal bool IsOver(Int128 boundE7, Int128 oracleScalar) =>
        LiabilityBase == 0 || FactorIn(oracleScalar) > FixedPoint.MulCeil(oracleScalar, boundE7, FixedPoint.E7);

    /// <summary>Whether the health factor, in the oracle's decimals, is below a bound; false without debt.</summary>
    internal bool IsUnder(Int128 boundE7, Int128 oracleScalar) =>
        LiabilityBase != 0 && FactorIn(oracleScalar) < FixedPoint.MulFloor(oracleScalar, boundE7, FixedPoint.E7);

    private Int128 FactorIn(Int128 oracleScalar) => FixedPoint.MulFloor(CollateralBase, oracleScalar, LiabilityBase);
}
