using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Web.Components.Races;

/// <summary>A keeper's way through a race.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Keeper">Its account.</param>
/// <param name="Marks">What it did, oldest first.</param>
/// <param name="HasWon">Whether it filled.</param>
public sealed record Runner(string Name, AccountId Keeper, IReadOnlyList<RaceMark> Marks, bool HasWon)
{
    /// <summary>From the journal.</summary>
    public static Runner Of(CaseTimeline timeline, LedgerNumber start)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        var events = timeline.Lines.Select(l => l.Happened).ToList();
        var marks = events.Select(e => (Event: e, Word: WordOf(e))).Where(m => m.Word is not null)
            .Select(m => new RaceMark(m.Event.Ledger, (long)m.Event.Ledger.Value - start.Value, m.Word!, m.Event.At)).ToList();
        var won = events.Any(e => e is KeeperEvent.Liquidated or KeeperEvent.Filled);
        return new Runner(events.Count > 0 ? events[0].KeeperName : "", timeline.Case.Keeper, marks, won);
    }

    private static string? WordOf(KeeperEvent happened) => happened switch
    {
        KeeperEvent.Detected => "detected",
        KeeperEvent.AuctionOpened => "opened the auction",
        KeeperEvent.AuctionAdopted => "saw the auction",
        KeeperEvent.Drawn => "drew",
        KeeperEvent.Bought => "bought",
        KeeperEvent.StepSent { Step: CaseStep.Liquidate or CaseStep.Fill } => "submitted",
        KeeperEvent.Liquidated => "won",
        KeeperEvent.Filled => "filled",
        KeeperEvent.Sold => "sold",
        KeeperEvent.Returned => "returned",
        KeeperEvent.RaceLost => "lost",
        KeeperEvent.Dropped => "dropped it",
        KeeperEvent.Stuck => "stuck",
        KeeperEvent.StepFailed => "failed a step",
        _ => null,
    };
}
