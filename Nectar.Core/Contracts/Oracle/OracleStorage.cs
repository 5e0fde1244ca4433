using Nectar.Core.Contracts.Storage;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Oracle;

/// <summary>
/// Where the lab's feed keeps its last prices: in its instance, so that they can be read with everything else in one
/// request. Other feeds keep them elsewhere, each in its own way; those are asked.
/// </summary>
public static class OracleStorage
{
    private static readonly SCVal decimals = SCVal.FromSymbol("Decimals");

    // A key that another contract would hardly have beside its decimals.
    private static readonly SCVal interval = SCVal.FromSymbol("Interval");

    /// <summary>Decimals of the feed's prices; null where the instance is not that of a lab feed.</summary>
    public static uint? FindDecimals(InstanceStorage instance) =>
        instance.Find(interval) is null ? null : instance.Find(decimals)?.ToUInt32();

    /// <summary>The last price of a token; null where there is none, or where it was dropped.</summary>
    public static PriceData? FindLastPrice(InstanceStorage instance, ContractId token) =>
        instance.Find(SCVal.FromAddress(token)) is SCVal.Map price ? PriceData.FromSCVal(price) : null;
}
