using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Contracts.Storage;

/// <summary>Reads many ledger entries as of one ledger.</summary>
public static class EntryReading
{
    /// <summary>The most keys of one request.</summary>
    public const int MaxKeys = 200;

    private const int MaxAttempts = 5;

    /// <summary>How many keys can be read beside so many without one more request.</summary>
    public static int RoomBehind(int keys) => (MaxKeys - (keys % MaxKeys)) % MaxKeys;

    /// <summary>
    /// Reads the entries in as few requests as can be, side by side. Where a ledger closed between two of them, all are read
    /// again.
    /// </summary>
    /// <exception cref="RpcTransportException">The network could not be asked, or never stood still for all requests.</exception>
    /// <exception cref="RpcErrorException">The server refused the question.</exception>
    public static async Task<EntryBatch> ReadEntriesAsync(this ISorobanServer server, IEnumerable<LedgerKey> keys, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(server);
        var parts = keys.Distinct().Chunk(MaxKeys).ToArray();
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var answers = await Task.WhenAll(parts.Select(p => server.GetLedgerEntriesAsync(p, cancel))).ConfigureAwait(false);
            var results = answers.Select(a => a.ValueOrThrow()).ToArray();
            if (OfOneMoment(results) is { } batch)
            {
                return batch;
            }
        }

        throw new RpcTransportException("getLedgerEntries", $"{parts.Length} requests met a different ledger {MaxAttempts} times");
    }

    /// <summary>Null where the answers are of different ledgers: what is gone cannot be told from what never was.</summary>
    private static EntryBatch? OfOneMoment(GetLedgerEntriesResult[] results)
    {
        if (results.Length == 0)
        {
            return new EntryBatch(default, new Dictionary<LedgerKey, LedgerEntryData>());
        }

        return results.All(r => r.LatestLedger == results[0].LatestLedger)
            ? new EntryBatch(results[0].LatestLedger, results.SelectMany(r => r.Entries).ToDictionary(e => e.Key, e => e.Data))
            : null;
    }
}
