namespace Nectar.Core.Keeper;

/// <summary>Takes a few of many at a time, so that everybody's turn comes though the many change.</summary>
internal sealed class Turns
{
    private int next;

    /// <summary>The next so many, nobody twice.</summary>
    public IEnumerable<T> Take<T>(IReadOnlyList<T> of, int count)
    {
        for (var left = Math.Min(count, of.Count); left > 0; left--)
        {
            next = (next + 1) % of.Count;
            yield return of[next];
        }
    }
}
