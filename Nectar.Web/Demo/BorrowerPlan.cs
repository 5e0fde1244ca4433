namespace Nectar.Web.Demo;

/// <summary>What a borrower does next. Pure; amounts in units of 10^-7.</summary>
internal abstract record BorrowerPlan
{
    private const long Scale = 10_000_000;
    private const int Whole = 10_000;
    private const long LeastBorrowed = 10 * Scale;

    private BorrowerPlan()
    {
    }

    /// <summary>Brings an account to a health factor by more collateral and more debt, never by less.</summary>
    /// <param name="terms">The borrower's terms.</param>
    /// <param name="collateralUnits">What it has in the pool.</param>
    /// <param name="debtStroops">What it owes, in USDC.</param>
    /// <param name="priceE7">The price of its asset on the pool's feed.</param>
    /// <param name="healthBps">The health factor to come to, in ten-thousandths.</param>
    public static BorrowerPlan Decide(BorrowerTerms terms, Int128 collateralUnits, Int128 debtStroops, long priceE7, int healthBps)
    {
        var asset = DemoAsset.Collateral[terms.Asset];
        var supply = Int128.Max(0, terms.CollateralUnits - collateralUnits);
        var worth = (collateralUnits + supply) * priceE7 / Scale;
        // Health = worth × collateral factor / (debt / liability factor); down, so that the account ends a little healthier.
        var most = worth * asset.CollateralFactorE7 / Scale * DemoAsset.Usdc.LiabilityFactorE7 / Scale * Whole / healthBps;
        var borrow = most - debtStroops;
        if (borrow < LeastBorrowed)
        {
            return new Stay($"owes {debtStroops} stroops of the {most} that a health of {healthBps} bps allows");
        }

        return new Borrow((long)supply, (long)borrow);
    }

    /// <summary>Supplies and borrows in one transaction.</summary>
    /// <param name="SupplyUnits">Units of its asset; may be 0.</param>
    /// <param name="BorrowStroops">USDC.</param>
    public sealed record Borrow(long SupplyUnits, long BorrowStroops) : BorrowerPlan;

    /// <summary>Does nothing.</summary>
    /// <param name="Why">Why.</param>
    public sealed record Stay(string Why) : BorrowerPlan;
}
