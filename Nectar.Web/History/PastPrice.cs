using Nectar.Core.Units;

namespace Nectar.Web.History;

/// <summary>The price of a share at a time that has passed. Pure.</summary>
internal static class PastPrice
{
    /// <summary>USDC per share with 12 decimals, rounded down, by the vault's books of then: profit that vested until then is in it.</summary>
    /// <param name="moments">The vault's moments, oldest first; at least one.</param>
    /// <param name="ledger">The last ledger, at or after the last moment's.</param>
    /// <param name="at">When that was read.</param>
    /// <param name="time">The time, from the first moment's to <paramref name="at"/>.</param>
    public static Int128 E12(IReadOnlyList<VaultMoment> moments, LedgerNumber ledger, DateTimeOffset at, DateTimeOffset time)
    {
        var place = Place(moments, time);
        var (next, end) = place + 1 < moments.Count ? (moments[place + 1].Ledger, moments[place + 1].At) : (ledger, at);
        return moments[place].Books.StateAt(Between(moments[place], next, end, time)).SharePriceE12;
    }

    // The last moment that is not after it.
    private static int Place(IReadOnlyList<VaultMoment> moments, DateTimeOffset time)
    {
        var (low, high) = (0, moments.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = moments[middle].At <= time ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    // Ledgers close at an even pace between two moments.
    private static LedgerNumber Between(VaultMoment moment, LedgerNumber next, DateTimeOffset end, DateTimeOffset time) => end <= moment.At
        ? moment.Ledger
        : moment.Ledger.Plus((uint)((Int128)(next.Value - moment.Ledger.Value) * (time - moment.At).Ticks / (end - moment.At).Ticks));
}
