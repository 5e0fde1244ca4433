using Nectar.Core.Journal;
using Nectar.Core.Keeper;

namespace Nectar.Web.Rewind;

/// <summary>A case that was in hand at a past moment.</summary>
/// <param name="Case">The case as it stands now: what of it never changes holds for then, too.</param>
/// <param name="Last">Its last line by then.</param>
public sealed record RewoundCase(LiquidationCase Case, FeedLine Last)
{
    /// <summary>The case as it stood; null where it had not begun or had ended, and where its lines of then are no longer kept.</summary>
    /// <param name="timeline">The case with all its lines, later ones, too.</param>
    /// <param name="cut">The id of the last line that counts.</param>
    public static RewoundCase? Of(CaseTimeline timeline, long cut)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        var last = timeline.Lines.LastOrDefault(l => l.Id <= cut);
        // A closed case says nothing more: the line that closed it is its last.
        var isOpen = timeline.Case.IsOpen || timeline.Lines is [.., var end] && end.Id > cut;
        return last is not null && isOpen ? new RewoundCase(timeline.Case, last) : null;
    }
}
