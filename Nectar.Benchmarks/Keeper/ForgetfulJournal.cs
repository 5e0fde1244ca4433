using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Benchmarks.Keeper;

/// <summary>A journal that remembers the cursor alone, so that what is measured is the keeper.</summary>
internal sealed class ForgetfulJournal : IKeeperJournal
{
    private EventCursor? last;

    public Task<long> AppendAsync(KeeperEvent happened, LiquidationCase? stands, CancellationToken cancel) => Task.FromResult(1L);

    public Task<IReadOnlyList<LiquidationCase>> OpenCasesAsync(AccountId keeper, CancellationToken cancel) => Task.FromResult<IReadOnlyList<LiquidationCase>>([]);

    public Task<IReadOnlyList<KeeperEvent.BreakerTripped>> TrippedAsync(AccountId keeper, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<KeeperEvent.BreakerTripped>>([]);

    public Task<EventCursor?> CursorAsync(AccountId keeper, ContractId pool, CancellationToken cancel) => Task.FromResult(last);

    public Task<IReadOnlyList<string>> BorrowersAsync(AccountId keeper, ContractId pool, CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>([]);

    public Task AdvanceAsync(AccountId keeper, ContractId pool, EventCursor cursor, IReadOnlyCollection<string> borrowers, CancellationToken cancel)
    {
        last = cursor;
        return Task.CompletedTask;
    }
}
