namespace Nectar.Web.Demo;

/// <summary>What a borrower does with its account: which asset it puts in, how much of it, and how far it borrows.</summary>
/// <param name="Asset">Its place among the collateral assets.</param>
/// <param name="CollateralUnits">Units that it keeps in the pool.</param>
/// <param name="HealthBps">The health factor that it borrows to when it starts anew, in ten-thousandths.</param>
internal sealed record BorrowerTerms(int Asset, long CollateralUnits, int HealthBps)
{
    /// <summary>The health factor of an account that the next dip will put under water.</summary>
    public const int TightBps = 10_150;

    /// <summary>The health factor of one that only a deep dip will.</summary>
    public const int TighterThanDeepBps = 10_400;

    private const int SafestBps = 18_000;
    private const int LeastSafeBps = 11_500;

    /// <summary>
    /// The terms of a number of borrowers: the assets in turn, worth 8,000 to 24,000 USDC, health from 1.15, which outlasts
    /// every fall of the market, to 1.8.
    /// </summary>
    public static IReadOnlyList<BorrowerTerms> Of(ulong seed, int borrowers)
    {
        var numbers = new SeededNumbers(seed);
        return [.. Enumerable.Range(0, borrowers).Select(i =>
        {
            var asset = i % DemoAsset.Collateral.Count;
            var worth = 8_000 + (1_000 * numbers.Below(17, SeededNumbers.Purpose.Leverage, (uint)i, 0));
            var health = LeastSafeBps + numbers.Below(SafestBps - LeastSafeBps + 1, SeededNumbers.Purpose.Leverage, (uint)i, 1);
            return new BorrowerTerms(asset, DemoAsset.Collateral[asset].UnitsWorth(worth), (int)health);
        })];
    }
}
