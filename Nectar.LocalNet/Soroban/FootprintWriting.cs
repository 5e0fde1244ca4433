using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Soroban;

/// <summary>Writes down what the host says that becomes of a footprint's keys.</summary>
internal static class FootprintWriting
{
    public static void Write(LedgerDraft draft, IEnumerable<FootprintChange> changes)
    {
        foreach (var change in changes)
        {
            WriteValue(draft, change);
            WriteLifetime(draft, change);
        }
    }

    private static void WriteValue(LedgerDraft draft, FootprintChange change)
    {
        switch (change)
        {
            case { NewValue: { } value, IsRestored: true }:
                draft.Restore(value);
                break;
            case { NewValue: { } value }:
                draft.Put(value);
                break;
            case { IsReadOnly: false } when draft.State.Find(change.Key) is not null:
                draft.Remove(change.Key);
                break;
        }
    }

    private static void WriteLifetime(LedgerDraft draft, FootprintChange change)
    {
        if (change.Lifetime is not { } lifetime || lifetime.NewLiveUntil <= lifetime.OldLiveUntil)
        {
            return;
        }

        var data = new LedgerEntryData.Ttl(new TTLEntry(lifetime.KeyHash, lifetime.NewLiveUntil));
        if (change.IsRestored)
        {
            draft.Restore(new LedgerEntry(draft.Sequence, data, LedgerEntryExt.V0.Instance));
        }
        else
        {
            draft.Put(data);
        }
    }
}
