using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.State;

/// <summary>
/// Changes to a state that are not final: each write gives the draft a new state and is recorded, and a draft that is
/// dropped leaves nothing behind. Drafts nest: an operation's in its transaction's, a transaction's in its ledger's. Not
/// safe for use by several threads.
/// </summary>
/// <param name="start">The state it starts from.</param>
/// <param name="sequence">The ledger that is being closed; written entries carry it.</param>
public sealed class LedgerDraft(LedgerState start, uint sequence)
{
    // In the order of the first write.
    private readonly OrderedDictionary<XdrBytes, Touched> touched = [];

    /// <summary>The state with all writes so far.</summary>
    public LedgerState State { get; private set; } = start;

    /// <summary>The ledger that is being closed.</summary>
    public uint Sequence { get; } = sequence;

    /// <summary>Writes an entry, with this ledger as the one that modified it.</summary>
    public void Put(LedgerEntry entry) => Write(entry, restored: false);

    /// <summary>Writes an entry, keeping what the entry in its place says of its sponsor.</summary>
    public void Put(LedgerEntryData data) =>
        Put(new LedgerEntry(Sequence, data, State.Find(LedgerKeys.KeyOf(data))?.Ext ?? LedgerEntryExt.V0.Instance));

    /// <summary>Writes an entry that comes back from the archive, or its new lifetime.</summary>
    public void Restore(LedgerEntry entry) => Write(entry, restored: true);

    /// <summary>Removes the entry of the key, and its lifetime where it has one; nothing where there is none.</summary>
    public void Remove(LedgerKey key)
    {
        Touch(key, restored: false);
        State = State.Without(key);
        if (LedgerKeys.HasLifetime(key))
        {
            Remove(LedgerKeys.Ttl(key));
        }
    }

    /// <summary>A draft that starts from here.</summary>
    public LedgerDraft Nest() => new(State, Sequence);

    /// <summary>Takes over a draft that started from here, with its record.</summary>
    public void Absorb(LedgerDraft nested)
    {
        ArgumentNullException.ThrowIfNull(nested);
        State = nested.State;
        foreach (var (bytes, theirs) in nested.touched)
        {
            touched[bytes] = touched.TryGetValue(bytes, out var ours)
                ? ours with { Restored = ours.Restored || theirs.Restored }
                : theirs;
        }
    }

    /// <summary>
    /// What the writes come to, as transaction meta has it: CREATED; STATE and UPDATED; STATE and REMOVED; RESTORED. In the
    /// order in which entries were first written; entries that came and went are not in it.
    /// </summary>
    public XdrArray<LedgerEntryChange> Changes() => touched.Values.SelectMany(ChangesOf).ToXdrArray();

    private void Write(LedgerEntry entry, bool restored)
    {
        Touch(LedgerKeys.KeyOf(entry), restored);
        State = State.With(entry with { LastModifiedLedgerSeq = Sequence });
    }

    private void Touch(LedgerKey key, bool restored)
    {
        var bytes = LedgerState.BytesOf(key);
        touched[bytes] = touched.TryGetValue(bytes, out var before)
            ? before with { Restored = before.Restored || restored }
            : new Touched(key, State.Find(key), restored);
    }

    private IEnumerable<LedgerEntryChange> ChangesOf(Touched entry) => (entry, State.Find(entry.Key)) switch
    {
        ({ Restored: true, Before: { } before }, null) => [new LedgerEntryChange.Restored(before), new LedgerEntryChange.Removed(entry.Key)],
        ({ Restored: true }, { } after) => [new LedgerEntryChange.Restored(after)],
        ({ Before: null }, null) => [],
        ({ Before: null }, { } after) => [new LedgerEntryChange.Created(after)],
        ({ Before: { } before }, null) => [new LedgerEntryChange.State(before), new LedgerEntryChange.Removed(entry.Key)],
        ({ Before: { } before }, { } after) => [new LedgerEntryChange.State(before), new LedgerEntryChange.Updated(after)],
    };

    private sealed record Touched(LedgerKey Key, LedgerEntry? Before, bool Restored);
}
