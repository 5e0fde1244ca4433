using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.Apply;

namespace Nectar.LocalNet.Closing;

/// <summary>The transactions that wait for a ledger, one for each source account, in the order in which they came.</summary>
internal sealed class PendingTransactions
{
    private readonly OrderedDictionary<PublicKey, IncomingTransaction> bySource = [];

    public int Count => bySource.Count;

    public bool Contains(TransactionHash hash) => bySource.Values.Any(t => t.Hash == hash);

    public IncomingTransaction? Of(PublicKey source) => bySource.GetValueOrDefault(source);

    /// <summary>Adds a transaction, or puts it in the place of its account's.</summary>
    public void Put(IncomingTransaction transaction) => bySource[transaction.Source] = transaction;

    public void Clear() => bySource.Clear();

    /// <summary>Takes out as many as a ledger may have, those that came first; the others keep waiting.</summary>
    public IReadOnlyList<IncomingTransaction> Take(uint maxClassicOperations, uint maxSoroban)
    {
        var taken = new List<IncomingTransaction>();
        var (operations, soroban) = (0L, 0L);
        foreach (var transaction in bySource.Values)
        {
            if (transaction.IsSoroban ? soroban < maxSoroban : operations + transaction.PaidOperations <= maxClassicOperations)
            {
                taken.Add(transaction);
                soroban += transaction.IsSoroban ? 1 : 0;
                operations += transaction.IsSoroban ? 0 : transaction.PaidOperations;
            }
        }

        taken.ForEach(t => bySource.Remove(t.Source));
        return taken;
    }
}
