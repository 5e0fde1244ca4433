using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Closing;

/// <summary>
/// Removes temporary entries whose time is up, so that a network that runs for days does not fill with spent nonces. Nothing can
/// read such an entry, so that it does not matter when it goes; here it goes in one of every thousand ledgers. Archived
/// persistent entries stay where they are.
/// </summary>
internal static class Eviction
{
    private const uint Period = 1_000;

    /// <summary>Removes what can be removed in this ledger; the keys, those of the lifetimes among them.</summary>
    public static XdrArray<LedgerKey> Sweep(LedgerDraft draft)
    {
        if (draft.Sequence % Period != 0)
        {
            return [];
        }

        var state = draft.State;
        var keys = new List<LedgerKey>();
        foreach (var entry in state.Entries)
        {
            var key = LedgerKeys.KeyOf(entry);
            if (LedgerKeys.IsTemporary(key) && state.LiveUntil(key) < draft.Sequence)
            {
                draft.Remove(key);
                keys.Add(key);
                keys.Add(LedgerKeys.Ttl(key));
            }
        }

        return keys.ToXdrArray();
    }
}
