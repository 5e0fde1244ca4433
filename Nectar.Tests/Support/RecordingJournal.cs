using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Tests.Support;

/// <summary>
/// A journal in memory. Everything passes through JSON, so that what a test reads back is what a database would give.
/// <see cref="BeforeAppend"/> lets a test fail or stop the keeper at any line.
/// </summary>
internal sealed class RecordingJournal : IKeeperJournal
{
    private readonly MemoryJournal memory = new();

    /// <summary>Called before a line is written; an exception leaves it unwritten.</summary>
    public Action<KeeperEvent, LiquidationCase?>? BeforeAppend { get; set; }

    /// <summary>Waited for before a line is written, as for a disk.</summary>
    public Func<KeeperEvent, Task>? WhileAppending { get; set; }

    /// <summary>All that happened, in order.</summary>
    public IReadOnlyList<KeeperEvent> Events => [.. memory.Lines.Select(l => l.Happened)];

    /// <summary>All cases as they stand.</summary>
    public IReadOnlyList<LiquidationCase> Cases => memory.Cases;

    public async Task<long> AppendAsync(KeeperEvent happened, LiquidationCase? stands, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        BeforeAppend?.Invoke(happened, stands);
        await (WhileAppending?.Invoke(happened) ?? Task.CompletedTask);
        return await memory.AppendAsync(
            KeeperJson.ReadEvent(KeeperJson.Write(happened)), stands is null ? null : KeeperJson.ReadCase(KeeperJson.Write(stands)), CancellationToken.None);
    }

    public Task<IReadOnlyList<LiquidationCase>> OpenCasesAsync(AccountId keeper, CancellationToken cancel) => memory.OpenCasesAsync(keeper, cancel);

    public Task<IReadOnlyList<KeeperEvent.BreakerTripped>> TrippedAsync(AccountId keeper, CancellationToken cancel) => memory.TrippedAsync(keeper, cancel);

    public Task<EventCursor?> CursorAsync(AccountId keeper, ContractId pool, CancellationToken cancel) => memory.CursorAsync(keeper, pool, cancel);

    public Task<IReadOnlyList<string>> BorrowersAsync(AccountId keeper, ContractId pool, CancellationToken cancel) => memory.BorrowersAsync(keeper, pool, cancel);

    public Task AdvanceAsync(AccountId keeper, ContractId pool, EventCursor cursor, IReadOnlyCollection<string> found, CancellationToken cancel) =>
        memory.AdvanceAsync(keeper, pool, cursor, found, cancel);
}
