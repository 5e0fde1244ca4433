using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Rpc;

/// <summary>Answers <c>getLedgerEntries</c>.</summary>
internal static class LedgerEntryReading
{
    /// <summary>How many keys one request may have.</summary>
    public const int MaxKeys = 200;

    /// <summary>
    /// The entries that exist, in the order of the keys. Archived ones are among them, with a live-until of 0; temporary
    /// ones whose time is up are not, since they are gone.
    /// </summary>
    public static GetLedgerEntriesResult Of(IReadOnlyList<LedgerKey> keys, LedgerSnapshot latest)
    {
        if (keys.Count > MaxKeys)
        {
            throw Refusal.Parameter($"{keys.Count} keys given; at most {MaxKeys} are allowed");
        }

        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i] is LedgerKey.Ttl)
            {
                throw Refusal.Parameter($"keys[{i}] is one of a TTL, which cannot be asked for; it comes with the entry as liveUntilLedgerSeq");
            }
        }

        return new GetLedgerEntriesResult
        {
            Entries = [.. keys.Select(key => Find(key, latest.State, latest.Sequence)).OfType<LedgerEntryResult>()],
            LatestLedger = new LedgerNumber(latest.Sequence),
        };
    }

    private static LedgerEntryResult? Find(LedgerKey key, LedgerState state, uint latest)
    {
        if (state.Find(key) is not { } entry)
        {
            return null;
        }

        var isOver = state.LiveUntil(key) < latest;
        return isOver && LedgerKeys.IsTemporary(key)
            ? null
            : new LedgerEntryResult
            {
                Key = key,
                Data = entry.Data,
                LastModifiedLedgerSeq = new LedgerNumber(entry.LastModifiedLedgerSeq),
                LiveUntilLedgerSeq = isOver ? new LedgerNumber(0) : state.LiveUntil(key) is { } until ? new LedgerNumber(until) : null,
                Ext = entry.Ext,
            };
    }
}
