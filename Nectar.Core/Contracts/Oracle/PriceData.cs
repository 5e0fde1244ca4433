using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Contracts.Oracle;

/// <summary>A price of a feed (SEP-40).</summary>
/// <param name="Price">With the feed's decimals.</param>
/// <param name="TimestampSeconds">When it was told, in Unix seconds.</param>
public sealed record PriceData(Int128 Price, ulong TimestampSeconds)
{
    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static PriceData FromSCVal(SCVal value) => new(value.Field("price").ToInt128(), value.Field("timestamp").ToUInt64());

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("price", SCVal.FromInt128(Price)),
        ("timestamp", SCVal.FromUInt64(TimestampSeconds)));
}
