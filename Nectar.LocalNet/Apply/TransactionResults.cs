using System.Buffers.Binary;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Apply;

/// <summary>Puts results together.</summary>
internal static class TransactionResults
{
    /// <summary>The result that is no more than a code.</summary>
    public static TransactionResultResult Of(TransactionResultCode code)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, (int)code);
        return XdrCodec.Decode<TransactionResultResult>(bytes);
    }

    /// <summary>
    /// The result of a transaction: its own or, where it was paid for by another, within that one's. Codes that concern the
    /// fee bump itself are its own.
    /// </summary>
    public static TransactionResult For(IncomingTransaction tx, TransactionResultResult result, long fee, bool ofFeeBump = false)
    {
        if (tx.FeeBump is null || ofFeeBump)
        {
            return new TransactionResult(fee, result, TransactionResultExt.V0.Instance);
        }

        // The protocol's two unions differ in name only.
        var inner = XdrCodec.Decode<InnerTransactionResultResult>(result.ToXdr());
        var pair = new InnerTransactionResultPair(tx.Inner.Payload, new InnerTransactionResult(0, inner, InnerTransactionResultExt.V0.Instance));
        TransactionResultResult outer = result is TransactionResultResult.TxSuccess
            ? new TransactionResultResult.TxFeeBumpInnerSuccess(pair)
            : new TransactionResultResult.TxFeeBumpInnerFailed(pair);
        return new TransactionResult(fee, outer, TransactionResultExt.V0.Instance);
    }
}
