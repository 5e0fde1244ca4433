using System.Diagnostics.CodeAnalysis;
using Nectar.Core.Units;

namespace Nectar.LocalNet.Closing;

/// <summary>
/// The latest closed ledgers and their transactions, within the bounds of <see cref="LocalNetworkOptions"/>: the oldest are
/// dropped, and <see cref="Dropped"/> counts them. Safe for use by several threads.
/// </summary>
public sealed class LedgerHistory
{
    private readonly int maxLedgers;
    private readonly long maxBytes;
    private readonly Lock gate = new();
    private readonly Dictionary<uint, ClosedLedger> ledgers = [];
    private readonly Dictionary<TransactionHash, ClosedTransaction> transactions = [];

    internal LedgerHistory(int maxLedgers, long maxBytes)
    {
        this.maxLedgers = maxLedgers;
        this.maxBytes = maxBytes;
    }

    /// <summary>The oldest ledger that is remembered; 0 where there is none.</summary>
    public uint Oldest { get; private set; }

    /// <summary>The latest ledger; 0 where there is none.</summary>
    public uint Latest { get; private set; }

    /// <summary>How many bytes the remembered ledgers take.</summary>
    public long Bytes { get; private set; }

    /// <summary>How many ledgers were dropped since the start as the history was full.</summary>
    public long Dropped { get; private set; }

    /// <summary>How many ledgers it may remember.</summary>
    public int RetentionLedgers => maxLedgers;

    /// <summary>The ledger of the number, where it is remembered.</summary>
    public bool TryFind(uint sequence, [NotNullWhen(true)] out ClosedLedger? ledger)
    {
        lock (gate)
        {
            return ledgers.TryGetValue(sequence, out ledger);
        }
    }

    /// <summary>The transaction of the hash, outer or inner, where its ledger is remembered.</summary>
    public bool TryFind(TransactionHash hash, [NotNullWhen(true)] out ClosedTransaction? transaction)
    {
        lock (gate)
        {
            return transactions.TryGetValue(hash, out transaction);
        }
    }

    /// <summary>The remembered ledgers from a number on, at most so many, oldest first; a copy at one moment.</summary>
    public IReadOnlyList<ClosedLedger> From(uint sequence, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        lock (gate)
        {
            var found = new List<ClosedLedger>();
            for (var next = Math.Max(sequence, Oldest); next <= Latest && found.Count < limit && next > 0; next++)
            {
                found.Add(ledgers[next]);
            }

            return found;
        }
    }

    /// <summary>Adds the next ledger; says how many old ones were dropped for it.</summary>
    internal int Append(ClosedLedger ledger)
    {
        lock (gate)
        {
            ledgers.Add(ledger.Sequence, ledger);
            foreach (var transaction in ledger.Transactions)
            {
                foreach (var hash in HashesOf(transaction))
                {
                    transactions[hash] = transaction;
                }
            }

            Oldest = Oldest == 0 ? ledger.Sequence : Oldest;
            Latest = ledger.Sequence;
            Bytes += ledger.Bytes;
            return Trim();
        }
    }

    /// <summary>Forgets the ledgers after the number; with 0 all.</summary>
    internal void Truncate(uint latest)
    {
        lock (gate)
        {
            while (Latest > latest && Latest >= Oldest && Latest > 0)
            {
                Forget(Latest--);
            }

            (Oldest, Latest) = ledgers.Count == 0 ? (0, 0) : (Oldest, Latest);
        }
    }

    private static IEnumerable<TransactionHash> HashesOf(ClosedTransaction transaction) =>
        transaction.InnerHash is { } inner ? [transaction.Hash, inner] : [transaction.Hash];

    private int Trim()
    {
        var dropped = 0;
        while (ledgers.Count > 1 && (ledgers.Count > maxLedgers || Bytes > maxBytes))
        {
            Forget(Oldest++);
            dropped++;
        }

        Dropped += dropped;
        return dropped;
    }

    private void Forget(uint sequence)
    {
        ledgers.Remove(sequence, out var ledger);
        Bytes -= ledger!.Bytes;
        foreach (var transaction in ledger.Transactions)
        {
            foreach (var hash in HashesOf(transaction))
            {
                if (transactions.TryGetValue(hash, out var kept) && kept == transaction)
                {
                    transactions.Remove(hash);
                }
            }
        }
    }
}
