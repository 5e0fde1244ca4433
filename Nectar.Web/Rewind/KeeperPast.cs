using Nectar.Core.Journal;
using Nectar.Core.Keeper;

namespace Nectar.Web.Rewind;

/// <summary>What the journal tells of a keeper at a past moment.</summary>
/// <param name="Line">Its last line by then; null where there is none, or none that is kept.</param>
/// <param name="Look">Its last look at the pool by then, with its reasons; null where there is none.</param>
/// <param name="Heart">Whether it lived, as far as its last line told.</param>
/// <param name="Settings">The settings that an operator had given it; null where it went by its configuration, which nobody has ever changed.</param>
/// <param name="Cases">Its cases in hand, newest first.</param>
public sealed record KeeperPast(FeedLine? Line, FeedLine? Look, Heartbeat Heart, KeeperSettings? Settings, IReadOnlyList<RewoundCase> Cases)
{
    /// <summary>What the lines of then come to.</summary>
    /// <param name="line">The keeper's last line by then.</param>
    /// <param name="look">Its last look by then.</param>
    /// <param name="settings">The settings that an operator had given it; null for none.</param>
    /// <param name="configured">The longest pause between two looks that it was configured with.</param>
    /// <param name="cases">All cases in hand then, of any keeper.</param>
    /// <param name="ledgerTime">The time between two ledgers, about: a look that differs in nothing is written after <see cref="KeeperEvent.CycleEnded.QuietLedgers"/>.</param>
    /// <param name="then">The end of the second.</param>
    public static KeeperPast Of(FeedLine? line, FeedLine? look, KeeperSettings? settings, TimeSpan configured, IReadOnlyList<RewoundCase> cases, TimeSpan ledgerTime, DateTimeOffset then)
    {
        var (quiet, poll) = (ledgerTime * KeeperEvent.CycleEnded.QuietLedgers, settings?.PollInterval ?? configured);
        return new KeeperPast(
            line, look, Heartbeat.Judge(line?.Happened.At, then, quiet > poll ? quiet : poll, then), settings,
            line is null ? [] : [.. cases.Where(c => c.Case.Keeper == line.Happened.Keeper)]);
    }
}
