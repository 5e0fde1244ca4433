using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.LocalNet.Rpc;

/// <summary>
/// The events of one ledger in the order of their places: what happened before all transactions (fees), then by
/// transaction its operations' and its own, then what came after all (refunds). Pure.
/// </summary>
internal static class LedgerEvents
{
    /// <summary>The events with their places.</summary>
    /// <param name="ledger">The ledger's number.</param>
    /// <param name="transactions">Its transactions in the order in which they were applied.</param>
    public static IEnumerable<PlacedEvent> Of(uint ledger, IReadOnlyList<(TransactionHash Hash, bool Successful, TransactionMetaV4 Meta)> transactions)
    {
        foreach (var placed in OfStage(TransactionEventStage.BeforeAllTxs, new OperationPlace(ledger, 0, 0), transactions))
        {
            yield return placed;
        }

        for (var i = 0; i < transactions.Count; i++)
        {
            var (hash, successful, meta) = transactions[i];
            for (var operation = 0; operation < meta.Operations.Count; operation++)
            {
                var at = new OperationPlace(ledger, (uint)i + 1, (uint)operation);
                var number = 0U;
                foreach (var happened in meta.Operations[operation].Events.AsEnumerable())
                {
                    yield return new PlacedEvent(new EventCursor(at, number++), happened, hash, successful);
                }
            }

            var behind = new OperationPlace(ledger, (uint)i + 1, OperationPlace.LastOperation);
            foreach (var placed in OfStage(TransactionEventStage.AfterTx, behind, [transactions[i]]))
            {
                yield return placed;
            }
        }

        foreach (var placed in OfStage(TransactionEventStage.AfterAllTxs, new OperationPlace(ledger, OperationPlace.LastTransaction, 0), transactions))
        {
            yield return placed;
        }
    }

    // All events of one stage share one place and are numbered through.
    private static IEnumerable<PlacedEvent> OfStage(
        TransactionEventStage stage, OperationPlace at, IReadOnlyList<(TransactionHash Hash, bool Successful, TransactionMetaV4 Meta)> transactions)
    {
        var number = 0U;
        foreach (var (hash, successful, meta) in transactions)
        {
            foreach (var staged in meta.Events.AsEnumerable().Where(e => e.Stage == stage))
            {
                yield return new PlacedEvent(new EventCursor(at, number++), staged.Event, hash, successful);
            }
        }
    }
}
