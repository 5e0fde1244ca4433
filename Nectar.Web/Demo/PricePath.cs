namespace Nectar.Web.Demo;

/// <summary>
/// The price of each collateral asset in each round: an anchor, a slow drift of up to 150 basis points and a fast one of up
/// to 40, and the falls that the scenes ask for. Whole numbers, rounded down. Pure.
/// </summary>
/// <param name="seed">What it follows from.</param>
internal sealed class PricePath(ulong seed)
{
    /// <summary>The round of a slot before which nothing falls: accounts take up their leverage in the first.</summary>
    public const uint FallFrom = 3;

    /// <summary>The round of a slot from which what fell rises again.</summary>
    public const uint RiseFrom = 27;

    /// <summary>How far a dip goes, in basis points.</summary>
    public const int Dip = 300;

    /// <summary>How far a deep dip goes, in basis points.</summary>
    public const int DeepDip = 600;

    /// <summary>How far above the market the pool's feed is while it is wrong, in basis points.</summary>
    public const int Jump = 3_000;

    private const int Whole = 10_000;
    private const uint FallRounds = 3;
    private const uint JumpFrom = 14;
    private const uint JumpUntil = 19;
    private const int DriftReach = 150;
    private const uint DriftRounds = 480;
    private const int WanderReach = 40;
    private const uint WanderRounds = 8;

    private readonly SeededNumbers numbers = new(seed);
    private readonly MarketSlots slots = new(seed);

    /// <summary>The price that the market trades at, with 7 decimals.</summary>
    public long MarketPriceE7(int asset, uint round)
    {
        var moved = Whole
            + Between(SeededNumbers.Purpose.Drift, asset, round, DriftRounds, DriftReach)
            + Between(SeededNumbers.Purpose.Wander, asset, round, WanderRounds, WanderReach);
        return (long)((Int128)DemoAsset.Collateral[asset].AnchorE7 * moved * (Whole - FallAt(asset, round)) / ((long)Whole * Whole));
    }

    /// <summary>The price that the pool's feed tells, with 7 decimals.</summary>
    public long PoolPriceE7(int asset, uint round)
    {
        var (slot, phase) = (MarketSlots.SlotOf(round), MarketSlots.PhaseOf(round));
        var wrong = MarketSlots.AssetOf(slot) == asset && slots.SceneOf(slot) == MarketScene.Jump && phase is >= JumpFrom and < JumpUntil;
        return (long)((Int128)MarketPriceE7(asset, round) * (Whole + (wrong ? Jump : 0)) / Whole);
    }

    private int FallAt(int asset, uint round)
    {
        var (slot, phase) = (MarketSlots.SlotOf(round), MarketSlots.PhaseOf(round));
        var depth = MarketSlots.AssetOf(slot) != asset ? 0 : slots.SceneOf(slot) switch
        {
            MarketScene.Calm => 0,
            MarketScene.DeepDip => DeepDip,
            _ => Dip,
        };
        return phase switch
        {
            < FallFrom => 0,
            < FallFrom + FallRounds => depth * (int)(phase - FallFrom + 1) / (int)FallRounds,
            < RiseFrom => depth,
            _ => depth * (int)(MarketSlots.RoundsPerSlot - phase) / (int)(MarketSlots.RoundsPerSlot - RiseFrom + 1),
        };
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
