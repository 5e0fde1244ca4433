namespace Nectar.LocalNet.Closing;

/// <summary>The snapshots that can be gone back to. Each is a reference to a ledger and its state, which are immutable.</summary>
internal sealed class SnapshotShelf
{
    private readonly SortedDictionary<int, LedgerSnapshot> kept = [];
    private int last;

    public int Put(LedgerSnapshot snapshot)
    {
        kept.Add(++last, snapshot);
        return last;
    }

    /// <summary>The snapshot of the id, with those after it forgotten; null where there is none.</summary>
    public LedgerSnapshot? GoBack(int id)
    {
        if (!kept.TryGetValue(id, out var snapshot))
        {
            return null;
        }

        foreach (var later in kept.Keys.Where(k => k > id).ToList())
        {
            kept.Remove(later);
        }

        return snapshot;
    }

    public void Clear() => kept.Clear();
}
