using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Tests.Support;

/// <summary>
/// A journal in memory. Everything passes through JSON, so that what a test reads back is what a database would give.
/// <see cref="BeforeAppend"/> lets a test fail or stop the keeper at any line.
/// </summary>
internal sealed class RecordingJournal : IKeeperJournal
{
    private readonly Lock door = new();
    private readonly List<string> events = [];
    private readonly Dictionary<Guid, string> cases = [];
    private readonly Dictionary<(AccountId, ContractId), EventCursor> cursors = [];
    private readonly Dictionary<(AccountId, ContractId), HashSet<string>> borrowers = [];

    /// <summary>Called before a line is written; an exception leaves it unwritten.</summary>
    public Action<KeeperEvent, LiquidationCase?>? BeforeAppend { get; set; }

    /// <summary>Waited for before a line is written, as for a disk.</summary>
    public Func<KeeperEvent, Task>? WhileAppending { get; set; }

    /// <summary>All that happened, in order.</summary>
    public IReadOnlyList<KeeperEvent> Events
    {
        get
        {
            lock (door)
            {
                return [.. events.Select(KeeperJson.ReadEvent)];
            }
        }
    }

    /// <summary>All cases as they stand.</summary>
    public IReadOnlyList<LiquidationCase> Cases
    {
        get
        {
            lock (door)
            {
                return [.. cases.Values.Select(KeeperJson.ReadCase)];
            }
        }
    }

    public async Task<long> AppendAsync(KeeperEvent happened, LiquidationCase? stands, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        BeforeAppend?.Invoke(happened, stands);
        await (WhileAppending?.Invoke(happened) ?? Task.CompletedTask);
        lock (door)
        {
            events.Add(KeeperJson.Write(happened));
            if (stands is not null)
            {
                cases[stands.Id] = KeeperJson.Write(stands);
            }

            return events.Count;
        }
    }

    public Task<IReadOnlyList<LiquidationCase>> OpenCasesAsync(AccountId keeper, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<LiquidationCase>>([.. Cases.Where(c => c.Keeper == keeper && c.IsOpen).OrderBy(c => c.Id.ToString())]);

    public Task<IReadOnlyList<KeeperEvent.BreakerTripped>> TrippedAsync(AccountId keeper, CancellationToken cancel)
    {
        var tripped = new Dictionary<ContractId, KeeperEvent.BreakerTripped>();
        foreach (var told in Events.Where(e => e.Keeper == keeper))
        {
            if (told is KeeperEvent.BreakerTripped trip)
            {
                tripped[trip.Asset] = trip;
            }
            else if (told is KeeperEvent.BreakerReset reset)
            {
                tripped.Remove(reset.Asset);
            }
        }

        return Task.FromResult<IReadOnlyList<KeeperEvent.BreakerTripped>>([.. tripped.Values]);
    }

    public Task<EventCursor?> CursorAsync(AccountId keeper, ContractId pool, CancellationToken cancel)
    {
        lock (door)
        {
            return Task.FromResult(cursors.GetValueOrDefault((keeper, pool)));
        }
    }

    public Task<IReadOnlyList<string>> BorrowersAsync(AccountId keeper, ContractId pool, CancellationToken cancel)
    {
        lock (door)
        {
            return Task.FromResult<IReadOnlyList<string>>([.. borrowers.GetValueOrDefault((keeper, pool)) ?? []]);
        }
    }

    public Task AdvanceAsync(AccountId keeper, ContractId pool, EventCursor cursor, IReadOnlyCollection<string> found, CancellationToken cancel)
    {
        lock (door)
        {
            cursors[(keeper, pool)] = cursor;
            (borrowers.TryGetValue((keeper, pool), out var known) ? known : borrowers[(keeper, pool)] = []).UnionWith(found);
            return Task.CompletedTask;
        }
    }
}
