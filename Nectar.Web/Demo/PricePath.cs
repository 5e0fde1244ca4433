namespace Nectar.Web.Demo;

/// <summary>
/// The price of each collateral asset in each round: its drift, and the falls that the scenes ask for. Whole numbers,
/// rounded down. Pure.
/// </summary>
/// <param name="seed">What it follows from.</param>
internal sealed class PricePath(ulong seed) : IPricePath
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

    private const uint FallRounds = 3;
    private const uint JumpFrom = 14;
    private const uint JumpUntil = 19;

    private readonly PriceDrift drift = new(seed);
    private readonly MarketSlots slots = new(seed);

    /// <inheritdoc/>
    public long MarketPriceE7(int asset, uint round) => drift.PriceE7(asset, round, FallAt(asset, round));

    /// <inheritdoc/>
    public long PoolPriceE7(int asset, uint round)
    {
        var (slot, phase) = (MarketSlots.SlotOf(round), MarketSlots.PhaseOf(round));
        var wrong = MarketSlots.AssetOf(slot) == asset && slots.SceneOf(slot) == MarketScene.Jump && phase is >= JumpFrom and < JumpUntil;
        return (long)((Int128)MarketPriceE7(asset, round) * (PriceDrift.Whole + (wrong ? Jump : 0)) / PriceDrift.Whole);
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
}
