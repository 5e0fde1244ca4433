using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Rpc;

/// <summary>What an envelope of any of the three kinds holds.</summary>
internal static class EnvelopeReading
{
    /// <summary>The operations; of a fee bump, those inside.</summary>
    public static XdrArray<Operation> OperationsOf(TransactionEnvelope envelope) => envelope switch
    {
        TransactionEnvelope.Tx(var v1) => v1.Tx.Operations,
        TransactionEnvelope.TxV0(var v0) => v0.Tx.Operations,
        TransactionEnvelope.TxFeeBump({ Tx.InnerTx: FeeBumpTransactionInnerTx.Tx(var inner) }) => inner.Tx.Operations,
        _ => throw new XdrException(nameof(TransactionEnvelope), $"{envelope.Discriminant} is not a known value"),
    };
}
