using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.LocalNet.Closing;

/// <summary>
/// A transaction in a closed ledger, successful or not. It is kept as XDR, so that a long history takes little memory;
/// the methods decode anew each time.
/// </summary>
public sealed class ClosedTransaction
{
    private readonly XdrBytes feeChanges;
    private readonly XdrBytes refundChanges;

    internal ClosedTransaction(
        TransactionHash hash,
        TransactionHash? innerHash,
        uint ledger,
        ulong closeTime,
        int applicationOrder,
        TransactionEnvelope envelope,
        TransactionResult result,
        TransactionMeta meta,
        XdrArray<LedgerEntryChange> feeChanges,
        XdrArray<LedgerEntryChange> refundChanges)
    {
        Hash = hash;
        InnerHash = innerHash;
        Ledger = ledger;
        CloseTime = closeTime;
        ApplicationOrder = applicationOrder;
        Succeeded = result.Result is TransactionResultResult.TxSuccess or TransactionResultResult.TxFeeBumpInnerSuccess;
        EnvelopeXdr = new XdrBytes(envelope.ToXdr());
        ResultXdr = new XdrBytes(result.ToXdr());
        MetaXdr = new XdrBytes(meta.ToXdr());
        this.feeChanges = ChangeList.Encode(feeChanges);
        this.refundChanges = ChangeList.Encode(refundChanges);
    }

    /// <summary>The hash; of a fee bump, the outer one.</summary>
    public TransactionHash Hash { get; }

    /// <summary>The hash of the transaction inside a fee bump; otherwise null.</summary>
    public TransactionHash? InnerHash { get; }

    /// <summary>The ledger it is in.</summary>
    public uint Ledger { get; }

    /// <summary>That ledger's close time, seconds since 1970.</summary>
    public ulong CloseTime { get; }

    /// <summary>Its place among the ledger's transactions, from 1.</summary>
    public int ApplicationOrder { get; }

    /// <summary>Whether its operations were carried out.</summary>
    public bool Succeeded { get; }

    /// <summary>The XDR of the envelope, as it was submitted; the old V0 form as V1.</summary>
    public XdrBytes EnvelopeXdr { get; }

    /// <summary>The XDR of the <see cref="TransactionResult"/>, refunds taken into account.</summary>
    public XdrBytes ResultXdr { get; }

    /// <summary>The XDR of the <see cref="TransactionMeta"/>, version 4.</summary>
    public XdrBytes MetaXdr { get; }

    /// <summary>How many bytes of history it takes.</summary>
    public int Bytes => EnvelopeXdr.Length + ResultXdr.Length + MetaXdr.Length + feeChanges.Length + refundChanges.Length + 200;

    /// <summary>The envelope.</summary>
    public TransactionEnvelope Envelope() => XdrCodec.Decode<TransactionEnvelope>(EnvelopeXdr.Span);

    /// <summary>The result.</summary>
    public TransactionResult Result() => XdrCodec.Decode<TransactionResult>(ResultXdr.Span);

    /// <summary>The meta.</summary>
    public TransactionMetaV4 Meta() => ((TransactionMeta.V4)XdrCodec.Decode<TransactionMeta>(MetaXdr.Span)).Value;

    /// <summary>Result and changes as the ledger's meta has them.</summary>
    public TransactionResultMetaV1 ResultMeta() => new(
        ExtensionPoint.V0.Instance,
        new TransactionResultPair(new Hash(Hash.ToArray()), Result()),
        ChangeList.Decode(feeChanges),
        XdrCodec.Decode<TransactionMeta>(MetaXdr.Span),
        ChangeList.Decode(refundChanges));
}
