using Nectar.Core.Journal;
using Nectar.Core.Units;
using Nectar.Web.History;
using Nectar.Web.Live;

namespace Nectar.Web.Rewind;

/// <summary>Which ledger it was at a past moment.</summary>
internal static class RewoundLedger
{
    /// <summary>
    /// The newest that anything tells of that was written, or closed, by then: all parts of a moment are cut at it, so that a
    /// return that the log tells of is in the vault, too, however the clocks of keeper and network differ. Null where nothing tells of one.
    /// </summary>
    /// <param name="lines">The last lines by then.</param>
    /// <param name="moments">The vault's history, later moments, too.</param>
    /// <param name="standing">Positions by then.</param>
    /// <param name="read">The vault as it was read last, maybe later.</param>
    /// <param name="until">The first moment that is no longer counted.</param>
    public static LedgerNumber? Of(
        IReadOnlyCollection<FeedLine> lines, IReadOnlyList<VaultMoment> moments, IReadOnlyCollection<PositionSample> standing, Reading<VaultPicture>.Live? read, DateTimeOffset until)
    {
        var told = lines.Select(l => l.Happened.Ledger).Concat(standing.Select(s => s.Ledger)).Concat(moments.Where(m => m.At < until).TakeLast(1).Select(m => m.Ledger));
        var all = (read is not null && read.At < until ? told.Append(read.Value.Ledger) : told).ToList();
        return all.Count == 0 ? null : all.Max();
    }
}
