using System.Security.Cryptography;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Closing;

/// <summary>
/// Puts the transactions of a ledger into the network's form: a phase of classic ones at the base fee, and one of Soroban
/// ones, all in one cluster, so that none of them needs to be shown not to touch another's entries.
/// </summary>
internal static class TransactionSetBuilder
{
    public static GeneralizedTransactionSet Build(Hash previousLedger, uint baseFee, IEnumerable<TransactionEnvelope> envelopes)
    {
        var sorted = envelopes.OrderBy(e => SHA256.HashData(e.ToXdr()), ByteOrder.Instance).ToLookup(IsSoroban);
        return new GeneralizedTransactionSet.V1(new TransactionSetV1(
            previousLedger,
            [ClassicPhase(baseFee, sorted[false].ToXdrArray()), SorobanPhase(baseFee, sorted[true].ToXdrArray())]));
    }

    public static bool IsSoroban(TransactionEnvelope envelope) => envelope switch
    {
        TransactionEnvelope.Tx({ Tx: { } tx }) => IsSoroban(tx),
        TransactionEnvelope.TxFeeBump({ Tx.InnerTx: FeeBumpTransactionInnerTx.Tx({ Tx: { } tx }) }) => IsSoroban(tx),
        _ => false,
    };

    private static bool IsSoroban(TransactionBody tx) => tx.Operations.Count > 0 && tx.Operations[0].Body
        is OperationBody.InvokeHostFunction or OperationBody.ExtendFootprintTtl or OperationBody.RestoreFootprint;

    private static TransactionPhase.V0 ClassicPhase(uint baseFee, XdrArray<TransactionEnvelope> envelopes) =>
        new(envelopes.Count == 0
            ? []
            : [new TxSetComponent.TxsetCompTxsMaybeDiscountedFee(new TxSetComponentTxsMaybeDiscountedFee(baseFee, envelopes))]);

    private static TransactionPhase.V1 SorobanPhase(uint baseFee, XdrArray<TransactionEnvelope> envelopes) =>
        new(envelopes.Count == 0
            ? new ParallelTxsComponent(null, [])
            : new ParallelTxsComponent(baseFee, [[envelopes]]));
}
