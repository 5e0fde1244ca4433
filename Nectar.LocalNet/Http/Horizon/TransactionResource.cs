using System.Globalization;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Closing;

namespace Nectar.LocalNet.Http.Horizon;

/// <summary>A transaction of a closed ledger as Horizon tells it; friendbot answers with one too.</summary>
internal sealed record TransactionResource
{
    public required string Id { get; init; }

    public required string PagingToken { get; init; }

    public required bool Successful { get; init; }

    public required string Hash { get; init; }

    public required uint Ledger { get; init; }

    public required string CreatedAt { get; init; }

    public required string SourceAccount { get; init; }

    public required string SourceAccountSequence { get; init; }

    public required string FeeAccount { get; init; }

    public required string FeeCharged { get; init; }

    public required string MaxFee { get; init; }

    public required int OperationCount { get; init; }

    public required string EnvelopeXdr { get; init; }

    public required string ResultXdr { get; init; }

    public required string ResultMetaXdr { get; init; }

    public required string MemoType { get; init; }

    public string? Memo { get; init; }

    public required IReadOnlyList<string> Signatures { get; init; }

    /// <summary>Reads a transaction.</summary>
    public static TransactionResource Of(ClosedTransaction closed)
    {
        var envelope = closed.Envelope();
        var (body, signatures) = envelope switch
        {
            TransactionEnvelope.Tx(var v1) => (v1.Tx, v1.Signatures),
            TransactionEnvelope.TxFeeBump({ Tx.InnerTx: FeeBumpTransactionInnerTx.Tx(var inner) } outer) => (inner.Tx, outer.Signatures),
            _ => throw new XdrException(nameof(TransactionEnvelope), $"{envelope.Discriminant} is in no ledger"),
        };
        var bump = (envelope as TransactionEnvelope.TxFeeBump)?.Value.Tx;
        return new TransactionResource
        {
            Id = closed.Hash.ToString(),
            PagingToken = new Rpc.OperationPlace(closed.Ledger, (uint)closed.ApplicationOrder, 0).ToString(),
            Successful = closed.Succeeded,
            Hash = closed.Hash.ToString(),
            Ledger = closed.Ledger,
            CreatedAt = HorizonText.Time(closed.CloseTime),
            SourceAccount = body.SourceAccount.ToAccountId().ToString(),
            SourceAccountSequence = body.SeqNum.ToString(CultureInfo.InvariantCulture),
            FeeAccount = (bump?.FeeSource ?? body.SourceAccount).ToAccountId().ToString(),
            FeeCharged = closed.Result().FeeCharged.ToString(CultureInfo.InvariantCulture),
            MaxFee = (bump?.Fee ?? body.Fee).ToString(CultureInfo.InvariantCulture),
            OperationCount = body.Operations.Count,
            EnvelopeXdr = Convert.ToBase64String(closed.EnvelopeXdr.Span),
            ResultXdr = Convert.ToBase64String(closed.ResultXdr.Span),
            ResultMetaXdr = Convert.ToBase64String(closed.MetaXdr.Span),
            MemoType = HorizonText.MemoType(body.Memo),
            Memo = HorizonText.MemoText(body.Memo),
            Signatures = [.. signatures.AsEnumerable().Select(s => Convert.ToBase64String(s.Signature.Span))],
        };
    }
}
