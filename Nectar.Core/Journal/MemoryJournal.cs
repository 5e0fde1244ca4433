using System.Runtime.CompilerServices;
using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Core.Journal;

/// <summary>
/// A journal that lives as long as whoever holds it, for keepers of a network that ends before the process does. It grows
/// with each line and forgets none: its holder bounds how long keepers write.
/// </summary>
public sealed class MemoryJournal : IKeeperJournal
{
    private readonly Lock door = new();
    private readonly List<FeedLine> lines = [];
    private readonly Dictionary<Guid, LiquidationCase> cases = [];
    private readonly Dictionary<(AccountId, ContractId), EventCursor> cursors = [];
    private readonly Dictionary<(AccountId, ContractId), HashSet<string>> debtors = [];
    private TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isComplete;

    /// <summary>All lines, oldest first.</summary>
    public IReadOnlyList<FeedLine> Lines
    {
        get
        {
            lock (door)
            {
                return [.. lines];
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
                return [.. cases.Values];
            }
        }
    }

    /// <inheritdoc/>
    public Task<long> AppendAsync(KeeperEvent happened, LiquidationCase? stands, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (door)
        {
            lines.Add(new FeedLine(lines.Count + 1, happened));
            if (stands is not null)
            {
                cases[stands.Id] = stands;
            }

            Wake();
            return Task.FromResult((long)lines.Count);
        }
    }

    /// <summary>Nobody writes any more: those who follow come to an end.</summary>
    public void Complete()
    {
        lock (door)
        {
            isComplete = true;
            Wake();
        }
    }

    /// <summary>Every line with a greater id, each once, in order, until the journal is complete.</summary>
    /// <param name="since">The last id that the reader has; 0 for all.</param>
    /// <param name="cancel">Ends it.</param>
    public async IAsyncEnumerable<FeedLine> FollowAsync(long since, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var last = Math.Max(0, since); ;)
        {
            List<FeedLine> fresh;
            Task awoken;
            bool isLast;
            lock (door)
            {
                (fresh, awoken, isLast) = ([.. lines.Skip((int)Math.Min(last, lines.Count))], more.Task, isComplete);
            }

            foreach (var line in fresh)
            {
                yield return line;
                last = line.Id;
            }

            if (isLast)
            {
                yield break;
            }

            await awoken.WaitAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<LiquidationCase>> OpenCasesAsync(AccountId keeper, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<LiquidationCase>>([.. Cases.Where(c => c.Keeper == keeper && c.IsOpen).OrderBy(c => c.Id.ToString(), StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KeeperEvent.BreakerTripped>> TrippedAsync(AccountId keeper, CancellationToken cancel)
    {
        var tripped = new Dictionary<ContractId, KeeperEvent.BreakerTripped>();
        foreach (var told in Lines.Select(l => l.Happened).Where(e => e.Keeper == keeper))
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

    /// <inheritdoc/>
    public Task<EventCursor?> CursorAsync(AccountId keeper, ContractId pool, CancellationToken cancel)
    {
        lock (door)
        {
            return Task.FromResult(cursors.GetValueOrDefault((keeper, pool)));
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> BorrowersAsync(AccountId keeper, ContractId pool, CancellationToken cancel)
    {
        lock (door)
        {
            return Task.FromResult<IReadOnlyList<string>>([.. debtors.GetValueOrDefault((keeper, pool)) ?? []]);
        }
    }

    /// <inheritdoc/>
    public Task AdvanceAsync(AccountId keeper, ContractId pool, EventCursor cursor, IReadOnlyCollection<string> borrowers, CancellationToken cancel)
    {
        lock (door)
        {
            cursors[(keeper, pool)] = cursor;
            (debtors.TryGetValue((keeper, pool), out var known) ? known : debtors[(keeper, pool)] = []).UnionWith(borrowers);
            return Task.CompletedTask;
        }
    }

    private void Wake()
    {
        var awoken = more;
        more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        awoken.SetResult();
    }
}
