using System.Globalization;
using Nectar.Core.Soroban.Rpc;

namespace Nectar.LocalNet.Http.Horizon;

/// <summary>What inclusion cost of late, as Horizon tells it: fees per operation in stroops, as text.</summary>
/// <param name="LastLedger">The last ledger.</param>
/// <param name="LastLedgerBaseFee">Its least fee.</param>
/// <param name="LedgerCapacityUsage">How full ledgers are; this network has room for all.</param>
/// <param name="FeeCharged">What was charged.</param>
/// <param name="MaxFee">What was offered; here what was charged, since nobody has to outbid anyone.</param>
internal sealed record FeeStatsResource(string LastLedger, string LastLedgerBaseFee, string LedgerCapacityUsage, FeeDistributionResource FeeCharged, FeeDistributionResource MaxFee)
{
    /// <summary>Reads the statistics.</summary>
    public static FeeStatsResource Of(GetFeeStatsResult stats, uint baseFee)
    {
        var fees = FeeDistributionResource.Of(stats.InclusionFee);
        return new(stats.LatestLedger.ToString(), baseFee.ToString(CultureInfo.InvariantCulture), "0", fees, fees);
    }
}
