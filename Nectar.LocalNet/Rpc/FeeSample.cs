using Nectar.Core.Soroban.Rpc;

namespace Nectar.LocalNet.Rpc;

/// <summary>What was paid for inclusion, as a distribution. Pure.</summary>
internal static class FeeSample
{
    /// <summary>
    /// The distribution of fees per operation in stroops. Percentiles are by nearest rank; of equally frequent fees the
    /// lowest is the mode. All is 0 where nothing was paid, as the RPC server has it.
    /// </summary>
    /// <param name="fees">The fees, in any order.</param>
    /// <param name="ledgers">Over how many ledgers they were paid.</param>
    public static FeeDistribution Distribution(IEnumerable<ulong> fees, uint ledgers)
    {
        ulong[] sorted = [.. fees.Order()];
        return new FeeDistribution
        {
            Max = sorted.LastOrDefault(),
            Min = sorted.FirstOrDefault(),
            Mode = Mode(sorted),
            P10 = At(10),
            P20 = At(20),
            P30 = At(30),
            P40 = At(40),
            P50 = At(50),
            P60 = At(60),
            P70 = At(70),
            P80 = At(80),
            P90 = At(90),
            P95 = At(95),
            P99 = At(99),
            TransactionCount = (uint)sorted.Length,
            LedgerCount = sorted.Length == 0 ? 0 : ledgers,
        };

        // The rank is rounded up.
        ulong At(int percent) => sorted.Length == 0 ? 0 : sorted[(int)((((long)percent * sorted.Length) + 99) / 100) - 1];
    }

    private static ulong Mode(ulong[] sorted)
    {
        var (mode, most, run) = (0UL, 0, 0);
        for (var i = 0; i < sorted.Length; i++)
        {
            run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
            if (run > most)
            {
                (mode, most) = (sorted[i], run);
            }
        }

        return mode;
    }
}
