using System.Globalization;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;

namespace Nectar.LocalNet.Rpc;

/// <summary>Answers <c>getLatestLedger</c> and <c>getLedgers</c>.</summary>
internal static class LedgerReading
{
    /// <summary>The last ledger.</summary>
    public static GetLatestLedgerResult Latest(LedgerSnapshot latest) => new()
    {
        Id = latest.Hash.ToString(),
        ProtocolVersion = latest.Header.LedgerVersion,
        Sequence = new LedgerNumber(latest.Sequence),
        CloseTime = (long)latest.CloseTime,
        Header = latest.Header,
        Metadata = latest.Ledger.Meta(),
    };

    /// <summary>A page of ledgers. The cursor is the number of the last one that was given out.</summary>
    public static GetLedgersResult Page(LedgerRangeRequest request, RetainedRange kept, Func<uint, ClosedLedger?> find)
    {
        var (cursor, limit) = LedgerPaging.Read(request, kept);
        var start = cursor is null ? request.StartLedger!.Value.Value : Behind(cursor, kept);
        var ledgers = new List<LedgerInfo>();
        for (var number = start; number <= kept.Latest.Sequence && ledgers.Count < limit && find(number) is { } ledger; number++)
        {
            ledgers.Add(Info(ledger));
        }

        return new GetLedgersResult
        {
            Ledgers = ledgers,
            LatestLedger = new LedgerNumber(kept.Latest.Sequence),
            LatestLedgerCloseTime = (long)kept.Latest.CloseTime,
            OldestLedger = new LedgerNumber(kept.Oldest.Sequence),
            OldestLedgerCloseTime = (long)kept.Oldest.CloseTime,
            Cursor = (start + (uint)ledgers.Count - 1).ToString(CultureInfo.InvariantCulture),
        };
    }

    private static uint Behind(string cursor, RetainedRange kept) =>
        uint.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last < uint.MaxValue && kept.Holds(last + 1)
            ? last + 1
            : throw Refusal.Parameter(
                $"pagination.cursor is {Refusal.Shown(cursor)}; the ledger behind it must be between the oldest ledger {kept.Oldest.Sequence} and the latest ledger {kept.Latest.Sequence} that are kept");

    private static LedgerInfo Info(ClosedLedger ledger) => new()
    {
        Hash = ledger.Hash.ToString(),
        Sequence = new LedgerNumber(ledger.Sequence),
        LedgerCloseTime = (long)ledger.CloseTime,
        Header = ledger.HeaderEntry(),
        Metadata = ledger.Meta(),
    };
}
