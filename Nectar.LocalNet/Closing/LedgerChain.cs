using Microsoft.Extensions.Logging;
using Nectar.Core.Soroban.Keys;
using Nectar.LocalNet.Apply;
using Nectar.LocalNet.Apply.Validity;
using Nectar.LocalNet.Soroban;

namespace Nectar.LocalNet.Closing;

/// <summary>
/// The latest ledger, those before it and the transactions that wait for the next. One writer at a time, which
/// <see cref="LocalNetwork"/> sees to; <see cref="Latest"/>, <see cref="History"/> and <see cref="Signal"/> are for all.
/// </summary>
internal sealed class LedgerChain
{
    private readonly LedgerCloser closer;
    private readonly ILogger logger;
    private volatile LedgerSnapshot latest;

    public LedgerChain(Network network, LocalNetworkOptions options, NetworkClock clock, SorobanApply soroban, ILogger logger)
    {
        this.logger = logger;
        closer = new LedgerCloser(network, soroban);
        Clock = clock;
        History = new LedgerHistory(options.RetentionLedgers, options.RetentionBytes);
        var first = Genesis.First(network);
        History.Append(first.Ledger);
        latest = Genesis.Second(first, clock.Seconds);
        History.Append(latest.Ledger);
    }

    public LedgerSnapshot Latest => latest;

    public LedgerHistory History { get; }

    public LedgerSignal Signal { get; } = new();

    public NetworkClock Clock { get; }

    public PendingTransactions Pending { get; } = new();

    /// <summary>
    /// The close time of a ledger that were closed now. A network's validators leave at least a second between two; here several
    /// may share one, as time would run away from clients' clocks otherwise where each transaction closes a ledger.
    /// </summary>
    public ulong NextCloseTime => Math.Max(Clock.Seconds, latest.CloseTime);

    /// <summary>Closes a ledger with the transactions that wait, as many as it may have.</summary>
    public LedgerSnapshot Close()
    {
        var taken = Pending.Count == 0 ? [] : Pending.Take(latest.Header.MaxTxSetSize, latest.State.Settings.MaxSorobanTransactions);
        return Close([.. taken.Where(IsStillValid)]);
    }

    /// <summary>Closes a ledger with these transactions.</summary>
    public LedgerSnapshot Close(IReadOnlyList<IncomingTransaction> transactions)
    {
        var next = closer.Close(latest, transactions, NextCloseTime);
        Append(next);
        return next;
    }

    /// <summary>Completes when the ledger of the number, or a later one, is closed.</summary>
    public async Task WhenClosedAsync(uint sequence, CancellationToken cancellation)
    {
        while (true)
        {
            var next = Signal.Next;
            if (latest.Sequence >= sequence)
            {
                return;
            }

            await next.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Goes back to a ledger of this chain, or on to one of another.</summary>
    public void Replace(LedgerSnapshot snapshot, bool keepHistory)
    {
        Pending.Clear();
        History.Truncate(keepHistory ? snapshot.Sequence : 0);
        latest = snapshot;
        if (!History.TryFind(snapshot.Sequence, out _))
        {
            History.Append(snapshot.Ledger);
        }

        Signal.Raise();
    }

    private void Append(LedgerSnapshot next)
    {
        var dropped = History.Append(next.Ledger);
        latest = next;
        Signal.Raise();
        // Every one of them would be a line at each ledger.
        if (dropped > 0 && (History.Dropped == dropped || next.Sequence % 10_000 == 0))
        {
            logger.HistoryFull(History.RetentionLedgers, History.Bytes, dropped, History.Oldest);
        }
    }

    // What was valid when it came may have run out of time, or of funds; such a one is in no ledger, as on any network.
    private bool IsStillValid(IncomingTransaction transaction)
    {
        var next = latest.Context with { Sequence = latest.Sequence + 1, CloseTime = NextCloseTime };
        var refused = Validation.Check(transaction, latest.State, next);
        if (refused is not null)
        {
            logger.DroppedPending(transaction.Hash.ToString(), refused.Result.Discriminant.ToString());
        }

        return refused is null;
    }
}
