using Nectar.Core.Journal;
using Nectar.Core.Units;
using Nectar.Web.History;
using Nectar.Web.Live;

namespace Nectar.Web.Rewind;

/// <summary>Which ledger it was at a past moment: all parts of that moment are cut at it.</summary>
internal static class RewoundLedger
{
    /// <summary>
    /// The newest that anything tells of that was written, or closed, by then. Lines and samples go before the network's own clock,
    /// which may differ from the keepers': a ledger that the next line tells of counts from that line on and not before, so that a
    /// return is in the vault in the second in which the log tells of it. Null where nothing tells of a ledger.
    /// </summary>
    /// <param name="lines">The last lines by then.</param>
    /// <param name="next">The ledger of the first line after it; null where there is none yet.</param>
    /// <param name="moments">The vault's history, later moments, too.</param>
    /// <param name="standing">Positions by then.</param>
    /// <param name="read">The vault as it was read last, maybe later.</param>
    /// <param name="until">The first moment that is no longer counted.</param>
    public static LedgerNumber? Of(
        IReadOnlyCollection<FeedLine> lines, LedgerNumber? next, IReadOnlyList<VaultMoment> moments, IReadOnlyCollection<PositionSample> standing, Reading<VaultPicture>.Live? read, DateTimeOffset until)
    {
        var told = lines.Select(l => l.Happened.Ledger).Concat(standing.Select(s => s.Ledger));
        var closed = moments.Where(m => m.At < until && !(m.Ledger >= next)).Select(m => m.Ledger);
        var seen = read is not null && read.At < until && !(read.Value.Ledger >= next) ? [read.Value.Ledger] : Array.Empty<LedgerNumber>();
        var all = told.Concat(closed).Concat(seen).ToList();
        return all.Count == 0 ? null : all.Max();
    }
}
