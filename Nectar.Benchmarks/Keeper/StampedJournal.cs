using System.Collections.Concurrent;
using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Benchmarks.Keeper;

/// <summary>A journal that remembers when each line was saved, as time stamps of <see cref="TimeProvider.System"/>.</summary>
internal sealed class StampedJournal(IKeeperJournal inner) : IKeeperJournal
{
    public ConcurrentQueue<(KeeperEvent Happened, long Saved)> Lines { get; } = [];

    public async Task<long> AppendAsync(KeeperEvent happened, LiquidationCase? stands, CancellationToken cancel)
    {
        var id = await inner.AppendAsync(happened, stands, cancel);
        Lines.Enqueue((happened, TimeProvider.System.GetTimestamp()));
        return id;
    }

    public Task<IReadOnlyList<LiquidationCase>> OpenCasesAsync(AccountId keeper, CancellationToken cancel) => inner.OpenCasesAsync(keeper, cancel);

    public Task<IReadOnlyList<KeeperEvent.BreakerTripped>> TrippedAsync(AccountId keeper, CancellationToken cancel) => inner.TrippedAsync(keeper, cancel);

    public Task<EventCursor?> CursorAsync(AccountId keeper, ContractId pool, CancellationToken cancel) => inner.CursorAsync(keeper, pool, cancel);

    public Task<IReadOnlyList<string>> BorrowersAsync(AccountId keeper, ContractId pool, CancellationToken cancel) => inner.BorrowersAsync(keeper, pool, cancel);

    public Task AdvanceAsync(AccountId keeper, ContractId pool, EventCursor cursor, IReadOnlyCollection<string> borrowers, CancellationToken cancel) =>
        inner.AdvanceAsync(keeper, pool, cursor, borrowers, cancel);
}
