using Nectar.Core.Contracts.Pool;
using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>When interest alone makes a position bad: prices and positions stay, only time passes.</summary>
public static class HealthForecast
{
    /// <summary>The first ledger in which the position may be liquidated; null where that is none within the horizon.</summary>
    /// <param name="snapshot">The pool.</param>
    /// <param name="positions">The account's.</param>
    /// <param name="ledgerMilliseconds">How long a ledger takes.</param>
    /// <param name="horizon">How many ledgers to look ahead.</param>
    public static LedgerNumber? DueLedger(PoolSnapshot snapshot, Positions positions, uint ledgerMilliseconds, uint horizon)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(positions);
        if (PoolMarket.At(snapshot, snapshot.CloseTimeSeconds).HealthOf(positions) is not HealthReading.Known || !IsBad(horizon))
        {
            return null;
        }

        // Debt grows faster than collateral as a rule; where it does not, the ledger found is one that is due, if not the first.
        var (good, bad) = (-1L, (long)horizon);
        while (bad - good > 1)
        {
            var middle = (good + bad) / 2;
            (good, bad) = IsBad((uint)middle) ? (good, middle) : (middle, bad);
        }

        return snapshot.Ledger.Plus((uint)bad);

        bool IsBad(uint ledgers) => PoolMarket
            .At(snapshot, snapshot.CloseTimeSeconds + ((ulong)ledgers * ledgerMilliseconds / 1_000))
            .Sum(positions).IsLiquidatable;
    }
}
