using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;

namespace Nectar.LocalNet.Rpc;

/// <summary>Answers <c>getTransaction</c> and <c>getTransactions</c>.</summary>
internal static class TransactionReading
{
    /// <summary>A transaction, or that there is none.</summary>
    /// <param name="hash">The hash that was asked for: of a fee bump the outer, or that of the transaction inside.</param>
    /// <param name="kept">What is kept.</param>
    /// <param name="found">The transaction, or null.</param>
    public static GetTransactionResult One(TransactionHash hash, RetainedRange kept, ClosedTransaction? found)
    {
        var answer = new GetTransactionResult
        {
            Status = TransactionStatus.NotFound,
            TxHash = hash,
            LatestLedger = new LedgerNumber(kept.Latest.Sequence),
            LatestLedgerCloseTime = (long)kept.Latest.CloseTime,
            OldestLedger = new LedgerNumber(kept.Oldest.Sequence),
            OldestLedgerCloseTime = (long)kept.Oldest.CloseTime,
        };
        if (found is null)
        {
            return answer;
        }

        var info = Info(found);
        return answer with
        {
            Status = info.Status,
            ApplicationOrder = info.ApplicationOrder,
            FeeBump = info.FeeBump,
            Envelope = info.Envelope,
            Result = info.Result,
            ResultMeta = info.ResultMeta,
            DiagnosticEvents = info.DiagnosticEvents,
            Events = info.Events,
            Ledger = info.Ledger,
            CreatedAt = info.CreatedAt,
        };
    }

    /// <summary>
    /// A page of transactions. The cursor is the place of the last one that was given out; where there was none behind a
    /// cursor, it is that cursor, so that asking again goes on there.
    /// </summary>
    public static GetTransactionsResult Page(LedgerRangeRequest request, RetainedRange kept, Func<uint, ClosedLedger?> find)
    {
        var (cursor, limit) = LedgerPaging.Read(request, kept);
        var last = cursor is null ? new OperationPlace(request.StartLedger!.Value.Value, 0, 1) : Read(cursor, kept);
        var transactions = new List<TransactionInfo>();
        for (var number = last.Ledger; number <= kept.Latest.Sequence && transactions.Count < limit && find(number) is { } ledger; number++)
        {
            // Places count from 1, so that the place of the last is the index of the next.
            var first = number == last.Ledger ? last.Transaction : 0;
            for (var i = (int)first; i < ledger.Transactions.Count && transactions.Count < limit; i++)
            {
                transactions.Add(Info(ledger.Transactions[i]));
                last = new OperationPlace(number, (uint)i + 1, 1);
            }
        }

        return new GetTransactionsResult
        {
            Transactions = transactions,
            LatestLedger = new LedgerNumber(kept.Latest.Sequence),
            LatestLedgerCloseTimestamp = (long)kept.Latest.CloseTime,
            OldestLedger = new LedgerNumber(kept.Oldest.Sequence),
            OldestLedgerCloseTimestamp = (long)kept.Oldest.CloseTime,
            Cursor = last.ToString(),
        };
    }

    private static OperationPlace Read(string cursor, RetainedRange kept)
    {
        if (!OperationPlace.TryParse(cursor, out var place))
        {
            throw Refusal.Parameter($"pagination.cursor is {Refusal.Shown(cursor)}; it must be a number from 0 to {long.MaxValue}");
        }

        return kept.Holds(place.Ledger) ? place : throw kept.Outside("the ledger of pagination.cursor", place.Ledger);
    }

    private static TransactionInfo Info(ClosedTransaction closed)
    {
        var (envelope, meta) = (closed.Envelope(), closed.Meta());
        return new TransactionInfo
        {
            Status = closed.Succeeded ? TransactionStatus.Success : TransactionStatus.Failed,
            TxHash = closed.Hash,
            ApplicationOrder = closed.ApplicationOrder,
            FeeBump = envelope is TransactionEnvelope.TxFeeBump,
            Envelope = envelope,
            Result = closed.Result(),
            ResultMeta = new TransactionMeta.V4(meta),
            DiagnosticEvents = meta.DiagnosticEvents.Count == 0 ? null : meta.DiagnosticEvents,
            Events = new TransactionEvents
            {
                OfTransaction = meta.Events,
                OfOperations = [.. meta.Operations.AsEnumerable().Select(o => (IReadOnlyList<ContractEvent>)o.Events)],
            },
            Ledger = new LedgerNumber(closed.Ledger),
            CreatedAt = (long)closed.CloseTime,
        };
    }
}
