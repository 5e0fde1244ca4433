namespace Nectar.Web.Demo;

/// <summary>
/// How the price of each collateral asset moves while nothing happens to it: around its anchor by a slow drift of up to 150
/// basis points and a fast one of up to 40. Pure.
/// </summary>
/// <param name="seed">What it follows from.</param>
internal sealed class PriceDrift(ulong seed)
{
    /// <summary>Basis points of a whole.</summary>
    public const int Whole = 10_000;

    private const int DriftReach = 150;
    private const uint DriftRounds = 480;
    private const int WanderReach = 40;
    private const uint WanderRounds = 8;

    private readonly SeededNumbers numbers = new(seed);

    /// <summary>The price of an asset in a round with 7 decimals, rounded down.</summary>
    /// <param name="asset">Its place among the collateral assets.</param>
    /// <param name="round">The round.</param>
    /// <param name="fallBps">How far it has fallen below, in basis points.</param>
    public long PriceE7(int asset, uint round, int fallBps)
    {
        var moved = Whole
            + Between(SeededNumbers.Purpose.Drift, asset, round, DriftRounds, DriftReach)
            + Between(SeededNumbers.Purpose.Wander, asset, round, WanderRounds, WanderReach);
        return (long)((Int128)DemoAsset.Collateral[asset].AnchorE7 * moved * (Whole - fallBps) / ((long)Whole * Whole));
    }

    /// <summary>On straight lines between seeded points so many rounds apart, in basis points from minus to plus the reach.</summary>
    private int Between(SeededNumbers.Purpose purpose, int asset, uint round, uint apart, int reach)
    {
        var (point, since) = Math.DivRem(round, apart);
        var (from, to) = (Point(point), Point(point + 1));
        return from + ((to - from) * (int)since / (int)apart);

        int Point(uint index) => (int)numbers.Below(2 * (uint)reach + 1, purpose, index, (uint)asset) - reach;
    }
}
