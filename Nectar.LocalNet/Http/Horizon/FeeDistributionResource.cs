using System.Globalization;
using Nectar.Core.Soroban.Rpc;

namespace Nectar.LocalNet.Http.Horizon;

/// <summary>A distribution of fees, as Horizon tells it.</summary>
internal sealed record FeeDistributionResource(
    string Max, string Min, string Mode, string P10, string P20, string P30, string P40, string P50, string P60, string P70, string P80, string P90, string P95, string P99)
{
    /// <summary>Reads a distribution.</summary>
    public static FeeDistributionResource Of(FeeDistribution d) => new(
        T(d.Max), T(d.Min), T(d.Mode), T(d.P10), T(d.P20), T(d.P30), T(d.P40), T(d.P50), T(d.P60), T(d.P70), T(d.P80), T(d.P90), T(d.P95), T(d.P99));

    private static string T(ulong stroops) => stroops.ToString(CultureInfo.InvariantCulture);
}
