using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Web.Components.Races;

/// <summary>A race for one auction: every keeper's way through it, on the auction's own clock.</summary>
/// <param name="Start">The auction's first ledger.</param>
/// <param name="Summary">The end, where it ended with profit; null where it did not, or not yet.</param>
/// <param name="Runners">The keepers, the first to detect first.</param>
public sealed record Race(LedgerNumber Start, KeeperEvent? Summary, IReadOnlyList<Runner> Runners)
{
    /// <summary>Puts it together from the journal; null where there is no auction yet.</summary>
    public static Race? Of(LiquidationCase one, IReadOnlyList<CaseTimeline> timelines)
    {
        if ((one.AuctionStart ?? timelines.Select(t => t.Case.AuctionStart).FirstOrDefault(s => s is not null)) is not { } start)
        {
            return null;
        }

        var runners = timelines.Select(t => Runner.Of(t, start)).OrderBy(r => r.Marks.Count > 0 ? r.Marks[0].Ledger.Value : uint.MaxValue).ToList();
        var end = timelines.SelectMany(t => t.Lines).Select(l => l.Happened)
            .FirstOrDefault(e => Liquidation.EndedBy(e) is not null);
        return new Race(start, end, runners);
    }

    /// <summary>The percent of the lot that a fill got at a ledger of the auction's clock: 0 to 100 over the first 200.</summary>
    public static int LotPercent(long elapsed) => (int)Math.Clamp(elapsed, 0, 200) / 2;

    /// <summary>The percent of the bid that a fill paid: 100, and down to 0 over ledgers 200 to 400.</summary>
    public static int BidPercent(long elapsed) => 100 - ((int)Math.Clamp(elapsed - 200, 0, 200) / 2);
}
