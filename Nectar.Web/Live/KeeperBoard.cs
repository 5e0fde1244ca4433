using System.Collections.Concurrent;
using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Web.Live;

/// <summary>What each keeper of this process saw last.</summary>
public sealed class KeeperBoard(TimeProvider time, NetworkStart start)
{
    // Three polls of the longest kind that the demo uses, and never less than half a minute.
    private static readonly TimeSpan freshFor = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<AccountId, LatestValue<KeeperView>> views = new();

    /// <summary>A keeper has looked.</summary>
    public void Set(KeeperView view)
    {
        var latest = views.GetOrAdd(view.Keeper, _ => new LatestValue<KeeperView>(time, freshFor));
        if (view.Fault is { } fault)
        {
            latest.Fail(fault);
        }
        else
        {
            latest.Set(view);
        }
    }

    /// <summary>A keeper's last view as of now.</summary>
    public Reading<KeeperView> Read(AccountId keeper) =>
        views.TryGetValue(keeper, out var latest) ? latest.Read(start.Doing) : new Reading<KeeperView>.Loading(start.Doing);

    /// <summary>The newest view of all keepers: the pool is the same to all of them.</summary>
    public Reading<KeeperView> ReadNewest()
    {
        var readings = views.Values.Select(v => v.Read(start.Doing)).ToList();
        Reading<KeeperView> none = start.Fault is { } fault ? new Reading<KeeperView>.Unavailable(fault) : new Reading<KeeperView>.Loading(start.Doing);
        return readings.OfType<Reading<KeeperView>.Live>().MaxBy(r => r.Value.Ledger)
            ?? (Reading<KeeperView>?)readings.OfType<Reading<KeeperView>.Stale>().MaxBy(r => r.Value.Ledger)
            ?? readings.OfType<Reading<KeeperView>.Unavailable>().FirstOrDefault()
            ?? none;
    }

    /// <summary>How many cycles all keepers have run since they started.</summary>
    public long Cycles => views.Values.Sum(v => v.Read(start.Doing).ValueOrDefault?.Cycles ?? 0);
}
