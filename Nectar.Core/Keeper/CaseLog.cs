using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>Writes down what happens, stamped, and keeps the open cases as they stand: the journal first, then memory.</summary>
internal sealed class CaseLog(IKeeperJournal journal, KeeperOptions options, TimeProvider time)
{
    private readonly Dictionary<Guid, LiquidationCase> open = [];

    /// <summary>The last ledger seen.</summary>
    public LedgerNumber Ledger { get; set; }

    /// <summary>The cases in hand, oldest first.</summary>
    public IReadOnlyList<LiquidationCase> Open => [.. open.Values.OrderBy(c => c.DetectedAt).ThenBy(c => c.Id)];

    /// <summary>An outcome was in a ledger, which may be later than that of the last look.</summary>
    public void Saw(LedgerNumber ledger) => Ledger = Ledger < ledger ? ledger : Ledger;

    public async Task LoadAsync(CancellationToken cancel)
    {
        foreach (var stands in await journal.OpenCasesAsync(options.Account, cancel).ConfigureAwait(false))
        {
            open[stands.Id] = stands;
        }
    }

    /// <summary>What the breaker was tripped for when this keeper last wrote.</summary>
    public Task<IReadOnlyList<KeeperEvent.BreakerTripped>> TrippedAsync(CancellationToken cancel) => journal.TrippedAsync(options.Account, cancel);

    public LiquidationCase? Of(string borrower) => open.Values.FirstOrDefault(c => c.Borrower == borrower);

    /// <summary>Tells what concerns no case.</summary>
    public Task TellAsync(KeeperEvent happened, CancellationToken cancel) => journal.AppendAsync(Stamped(happened, null), null, cancel);

    /// <summary>Tells what happened to a case, and how it stands from now on.</summary>
    public async Task<LiquidationCase> TellAsync(KeeperEvent happened, LiquidationCase stands, CancellationToken cancel)
    {
        await journal.AppendAsync(Stamped(happened, stands), stands, cancel).ConfigureAwait(false);
        Keep(stands);
        return stands;
    }

    /// <summary>Tells what happened to several cases, at the journal's cost of about one.</summary>
    public async Task TellAllAsync(IReadOnlyList<(KeeperEvent Happened, LiquidationCase Stands)> lines, CancellationToken cancel)
    {
        await Task.WhenAll([.. lines.Select(l => journal.AppendAsync(Stamped(l.Happened, l.Stands), l.Stands, cancel))]).ConfigureAwait(false);
        foreach (var (_, stands) in lines)
        {
            Keep(stands);
        }
    }

    public Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());

    private void Keep(LiquidationCase stands)
    {
        if (stands.IsOpen)
        {
            open[stands.Id] = stands;
        }
        else
        {
            open.Remove(stands.Id);
        }
    }

    private KeeperEvent Stamped(KeeperEvent happened, LiquidationCase? stands) => happened with
    {
        Keeper = options.Account,
        KeeperName = options.Name,
        Ledger = Ledger,
        At = time.GetUtcNow(),
        CaseId = stands?.Id,
        Borrower = stands?.Borrower,
    };
}
