using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Web.Live;

/// <summary>When this process's keepers were last heard of.</summary>
internal sealed class SignsOfLife(KeeperBoard board, TimeProvider time)
{
    /// <summary>Since when a sign is expected of a keeper that never gave any.</summary>
    public DateTimeOffset Since { get; } = time.GetUtcNow();

    /// <summary>A keeper's last look at the pool or line in the journal; null where there was neither.</summary>
    /// <param name="keeper">The keeper.</param>
    /// <param name="tally">What the journal counts of it; null before its first line.</param>
    public DateTimeOffset? LastOf(AccountId keeper, KeeperTally? tally)
    {
        DateTimeOffset?[] signs = [board.Read(keeper).ValueOrDefault?.At, tally?.LastLine];
        return signs.Max();
    }

    /// <summary>Whether a keeper of this process lives.</summary>
    /// <param name="keeper">The keeper.</param>
    /// <param name="tally">What the journal counts of it; null before its first line.</param>
    /// <param name="pollInterval">Its longest pause between two looks.</param>
    public Heartbeat Judge(AccountId keeper, KeeperTally? tally, TimeSpan pollInterval) =>
        Heartbeat.Judge(LastOf(keeper, tally), Since, pollInterval, time.GetUtcNow());
}
