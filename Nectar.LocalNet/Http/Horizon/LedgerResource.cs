using System.Globalization;
using Nectar.LocalNet.Closing;

namespace Nectar.LocalNet.Http.Horizon;

/// <summary>A ledger as Horizon tells it.</summary>
internal sealed record LedgerResource
{
    public required string Id { get; init; }

    public required string PagingToken { get; init; }

    public required string Hash { get; init; }

    public required string PrevHash { get; init; }

    public required uint Sequence { get; init; }

    public required int SuccessfulTransactionCount { get; init; }

    public required int FailedTransactionCount { get; init; }

    public required string ClosedAt { get; init; }

    public required string TotalCoins { get; init; }

    public required string FeePool { get; init; }

    public required uint BaseFeeInStroops { get; init; }

    public required uint BaseReserveInStroops { get; init; }

    public required uint MaxTxSetSize { get; init; }

    public required uint ProtocolVersion { get; init; }

    public required string HeaderXdr { get; init; }

    /// <summary>Reads a ledger.</summary>
    public static LedgerResource Of(ClosedLedger ledger)
    {
        var header = ledger.Header();
        return new LedgerResource
        {
            Id = ledger.Hash.ToString(),
            PagingToken = ((ulong)ledger.Sequence << 32).ToString(CultureInfo.InvariantCulture),
            Hash = ledger.Hash.ToString(),
            PrevHash = header.PreviousLedgerHash.ToString(),
            Sequence = ledger.Sequence,
            SuccessfulTransactionCount = ledger.Transactions.Count(t => t.Succeeded),
            FailedTransactionCount = ledger.Transactions.Count(t => !t.Succeeded),
            ClosedAt = HorizonText.Time(ledger.CloseTime),
            TotalCoins = HorizonText.Amount(header.TotalCoins),
            FeePool = HorizonText.Amount(header.FeePool),
            BaseFeeInStroops = header.BaseFee,
            BaseReserveInStroops = header.BaseReserve,
            MaxTxSetSize = header.MaxTxSetSize,
            ProtocolVersion = header.LedgerVersion,
            HeaderXdr = Nectar.Core.Soroban.Xdr.XdrCodec.ToBase64(header),
        };
    }
}
