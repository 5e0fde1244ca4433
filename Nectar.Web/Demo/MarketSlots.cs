namespace Nectar.Web.Demo;

/// <summary>
/// The market's time. Prices are told in rounds of ledgers, and rounds make slots in which one scene plays. Pure.
/// </summary>
/// <param name="seed">What it follows from.</param>
internal sealed class MarketSlots(ulong seed)
{
    /// <summary>Ledgers between two rounds of prices.</summary>
    public const uint LedgersPerRound = 10;

    /// <summary>
    /// Rounds of a slot: an auction opened in its first sixth pays some 180 ledgers later, before the slot ends.
    /// </summary>
    public const uint RoundsPerSlot = 30;

    /// <summary>Slots of a block, in which every scene has its share.</summary>
    public const int SlotsPerBlock = 10;

    private static readonly MarketScene[] block =
    [
        MarketScene.Dip, MarketScene.Dip, MarketScene.Dip, MarketScene.Dip, MarketScene.Dip, MarketScene.Dip,
        MarketScene.DeepDip, MarketScene.DeepDip, MarketScene.Calm, MarketScene.Jump,
    ];

    private readonly SeededNumbers numbers = new(seed);

    /// <summary>The slot of a round.</summary>
    public static uint SlotOf(uint round) => round / RoundsPerSlot;

    /// <summary>How many rounds of its slot have passed.</summary>
    public static uint PhaseOf(uint round) => round % RoundsPerSlot;

    /// <summary>The asset whose turn a slot is, by its place among the collateral assets.</summary>
    public static int AssetOf(uint slot) => (int)(slot % (uint)DemoAsset.Collateral.Count);

    /// <summary>What happens in a slot. Each block of ten is the same ten scenes in another order; the first of all is a dip.</summary>
    public MarketScene SceneOf(uint slot)
    {
        var (number, place) = Math.DivRem(slot, (uint)SlotsPerBlock);
        var order = (MarketScene[])block.Clone();
        for (var last = (uint)SlotsPerBlock - 1; last > 0; last--)
        {
            var other = numbers.Below(last + 1, SeededNumbers.Purpose.Scene, number, last);
            (order[last], order[other]) = (order[other], order[last]);
        }

        if (number == 0)
        {
            var dip = Array.IndexOf(order, MarketScene.Dip);
            (order[0], order[dip]) = (order[dip], order[0]);
        }

        return order[place];
    }
}
