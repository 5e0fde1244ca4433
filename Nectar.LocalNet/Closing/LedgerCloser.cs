using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply;
using Nectar.LocalNet.Soroban;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Closing;

/// <summary>
/// Makes the next ledger of the latest one, transactions and a close time; the same of the same, byte for byte. The order is the
/// network's: all fees, all transactions, all refunds.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="soroban">Carries out Soroban operations.</param>
internal sealed class LedgerCloser(Network network, SorobanApply soroban)
{
    /// <summary>Closes a ledger.</summary>
    public LedgerSnapshot Close(LedgerSnapshot last, IReadOnlyList<IncomingTransaction> transactions, ulong closeTime)
    {
        var context = last.Context with { Sequence = last.Sequence + 1, CloseTime = closeTime };
        var set = TransactionSetBuilder.Build(last.Hash, context.BaseFee, transactions.Select(t => t.Envelope));
        var setHash = HeaderHashes.Of(set);
        var draft = new LedgerDraft(last.State, context.Sequence);

        var ordered = ApplyOrder.Of(transactions, setHash);
        var fees = ordered.Select(t => FeePhase.Charge(t, draft, context)).ToList();
        var application = new TransactionApplication(context, soroban);
        var applied = ordered.Select((t, i) => application.Apply(t, draft, SorobanSeed.Of(setHash, (ulong)i))).ToList();
        var refunds = ordered.Select((t, i) => FeePhase.Refund(t, applied[i].UnusedResourceFee, draft)).ToList();
        var evicted = Eviction.Sweep(draft);

        var closed = ordered.Select((t, i) => Record(t, i, fees[i], applied[i], refunds[i], context)).ToList();
        var header = NextHeader(last, context, setHash, draft, closed, fees.Sum(f => f.Stroops) + refunds.Sum(f => f.Stroops));
        return new LedgerSnapshot(
            new ClosedLedger(header, HeaderHashes.Of(header), closed, [], evicted, draft.State.SorobanBytes),
            header,
            draft.State,
            LedgerContext.Of(network, header));
    }

    private static LedgerHeader NextHeader(
        LedgerSnapshot last, LedgerContext context, Hash set, LedgerDraft draft, List<ClosedTransaction> closed, long fees)
    {
        var results = closed.Select(t => new TransactionResultPair(new Hash(t.Hash.ToArray()), t.Result())).ToXdrArray();
        var state = HeaderHashes.OfState(last.Header.BucketListHash, draft.Changes());
        return last.Header with
        {
            PreviousLedgerHash = last.Hash,
            ScpValue = new StellarValue(set, context.CloseTime, [], StellarValueExt.Basic.Instance),
            TxSetResultHash = HeaderHashes.Of(new TransactionResultSet(results)),
            BucketListHash = state,
            LedgerSeq = context.Sequence,
            FeePool = last.Header.FeePool + fees,
            SkipList = HeaderHashes.SkipList(last.Header.SkipList, context.Sequence, state),
        };
    }

    private ClosedTransaction Record(
        IncomingTransaction tx, int index, FeeCharge fee, AppliedTransaction applied, FeeCharge refund, LedgerContext context)
    {
        var events = new List<TransactionEvent>
        {
            new(TransactionEventStage.BeforeAllTxs, ClassicEvents.Fee(network, tx.FeeSource, fee.Stroops)),
        };
        if (refund.Stroops != 0)
        {
            events.Add(new TransactionEvent(TransactionEventStage.AfterAllTxs, ClassicEvents.Fee(network, tx.FeeSource, refund.Stroops)));
        }

        var meta = new TransactionMeta.V4(new TransactionMetaV4(
            ExtensionPoint.V0.Instance, applied.Before, applied.Operations, [], applied.Soroban, events.ToXdrArray(), applied.Diagnostics));
        return new ClosedTransaction(
            tx.Hash,
            tx.FeeBump is null ? null : tx.Inner.Hash,
            context.Sequence,
            context.CloseTime,
            index + 1,
            tx.Envelope,
            TransactionResults.For(tx, applied.Result, fee.Stroops + refund.Stroops),
            meta,
            fee.Changes,
            refund.Changes);
    }
}
