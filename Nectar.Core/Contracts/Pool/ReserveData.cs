using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Contracts.Pool;

/// <summary>What a pool holds of an asset as of <c>LastTimeSeconds</c>: interest since then is not in it (Blend v2's <c>ReserveData</c>).</summary>
/// <param name="BRateE12">Units of the token per bToken, with 12 decimals.</param>
/// <param name="BSupply">bTokens in existence.</param>
/// <param name="BackstopCredit">What the backstop is owed of the interest, in units of the token.</param>
/// <param name="DRateE12">Units of the token per dToken, with 12 decimals.</param>
/// <param name="DSupply">dTokens in existence.</param>
/// <param name="IrModE7">The interest modifier, with 7 decimals.</param>
/// <param name="LastTimeSeconds">When interest was last accrued, in Unix seconds.</param>
public sealed record ReserveData(
    Int128 BRateE12,
    Int128 BSupply,
    Int128 BackstopCredit,
    Int128 DRateE12,
    Int128 DSupply,
    Int128 IrModE7,
    ulong LastTimeSeconds)
{
    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static ReserveData FromSCVal(SCVal value) => new(
        value.Field("b_rate").ToInt128(),
        value.Field("b_supply").ToInt128(),
        value.Field("backstop_credit").ToInt128(),
        value.Field("d_rate").ToInt128(),
        value.Field("d_supply").ToInt128(),
        value.Field("ir_mod").ToInt128(),
        value.Field("last_time").ToUInt64());

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("b_rate", SCVal.FromInt128(BRateE12)),
        ("b_supply", SCVal.FromInt128(BSupply)),
        ("backstop_credit", SCVal.FromInt128(BackstopCredit)),
        ("d_rate", SCVal.FromInt128(DRateE12)),
        ("d_supply", SCVal.FromInt128(DSupply)),
        ("ir_mod", SCVal.FromInt128(IrModE7)),
        ("last_time", SCVal.FromUInt64(LastTimeSeconds)));
}
