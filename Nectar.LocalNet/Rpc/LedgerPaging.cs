using Nectar.Core.Soroban.Rpc;

namespace Nectar.LocalNet.Rpc;

/// <summary>What <c>getTransactions</c> and <c>getLedgers</c> have in common: a first ledger or a cursor, and a length.</summary>
internal static class LedgerPaging
{
    private const uint DefaultLimit = 50;
    private const uint MaxLimit = 200;

    /// <summary>The cursor, or null where the page begins with a ledger, which then is one that is kept.</summary>
    /// <exception cref="RpcErrorException">Both are given, the ledger is not kept, or the page is too long.</exception>
    public static (string? Cursor, int Limit) Read(LedgerRangeRequest request, RetainedRange kept)
    {
        var cursor = request.Pagination?.Cursor is { Length: > 0 } given ? given : null;
        var start = request.StartLedger?.Value ?? 0;
        if (cursor is not null && start != 0)
        {
            throw Refusal.Request("startLedger and pagination.cursor are both given; only one of them is allowed");
        }

        if (cursor is null && !kept.Holds(start))
        {
            throw kept.Outside("startLedger", start);
        }

        var limit = request.Pagination?.Limit is { } some and not 0 ? some : DefaultLimit;
        return limit <= MaxLimit
            ? (cursor, (int)limit)
            : throw Refusal.Request($"pagination.limit is {limit}; at most {MaxLimit} are allowed");
    }
}
