namespace Nectar.Web.Demo;

/// <summary>Whose turn it is to borrow in a round, and how far. Pure.</summary>
/// <param name="slots">The market's time.</param>
/// <param name="borrowers">All borrowers' terms.</param>
internal sealed class BorrowerTurns(MarketSlots slots, IReadOnlyList<BorrowerTerms> borrowers)
{
    /// <summary>
    /// The borrowers of a round with the health that each goes to. In the first round of a slot those whose turn it is to be
    /// caught by its fall borrow up to the edge; in every other round one borrower after another comes back to its own terms
    /// where it has no debt.
    /// </summary>
    public IEnumerable<(int Borrower, int HealthBps, bool OnlyWithoutDebt)> Of(uint round)
    {
        var (slot, phase) = (MarketSlots.SlotOf(round), MarketSlots.PhaseOf(round));
        if (phase != 0)
        {
            // The first rounds of slots do not count: with as many borrowers as rounds one of them would never come.
            var next = (int)(((slot * (MarketSlots.RoundsPerSlot - 1)) + phase - 1) % (uint)borrowers.Count);
            return [(next, borrowers[next].HealthBps, true)];
        }

        var asset = MarketSlots.AssetOf(slot);
        var own = Enumerable.Range(0, borrowers.Count).Where(b => borrowers[b].Asset == asset).ToArray();
        var turn = (int)(slot / (uint)DemoAsset.Collateral.Count % (uint)own.Length);
        return slots.SceneOf(slot) switch
        {
            MarketScene.Calm => [],
            MarketScene.DeepDip => [(own[turn], BorrowerTerms.TightBps, false), (own[(turn + 1) % own.Length], BorrowerTerms.TighterThanDeepBps, false)],
            _ => [(own[turn], BorrowerTerms.TightBps, false)],
        };
    }
}
