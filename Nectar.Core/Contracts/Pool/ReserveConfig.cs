using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Contracts.Pool;

/// <summary>How a pool treats an asset (Blend v2's <c>ReserveConfig</c>). E7 stands for 7 decimals.</summary>
/// <param name="CFactorE7">How much of its worth counts as collateral.</param>
/// <param name="Decimals">Decimals of the token.</param>
/// <param name="Enabled">Whether it can be supplied and borrowed.</param>
/// <param name="Index">Its place in the list of reserves, by which positions name it.</param>
/// <param name="LFactorE7">What a debt is divided by before it is weighed.</param>
/// <param name="MaxUtilE7">The utilisation up to which it is lent out.</param>
/// <param name="RBaseE7">Interest at no utilisation.</param>
/// <param name="ROneE7">What interest grows by up to the target utilisation.</param>
/// <param name="RThreeE7">What interest grows by above 95 %.</param>
/// <param name="RTwoE7">What interest grows by between target and 95 %.</param>
/// <param name="ReactivityE7">How fast the interest modifier follows the utilisation.</param>
/// <param name="SupplyCap">The most that may be supplied, in units of the token.</param>
/// <param name="UtilE7">The target utilisation.</param>
public sealed record ReserveConfig(
    uint CFactorE7,
    uint Decimals,
    bool Enabled,
    uint Index,
    uint LFactorE7,
    uint MaxUtilE7,
    uint RBaseE7,
    uint ROneE7,
    uint RThreeE7,
    uint RTwoE7,
    uint ReactivityE7,
    Int128 SupplyCap,
    uint UtilE7)
{
    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static ReserveConfig FromSCVal(SCVal value) => new(
        value.Field("c_factor").ToUInt32(),
        value.Field("decimals").ToUInt32(),
        value.Field("enabled").ToBool(),
        value.Field("index").ToUInt32(),
        value.Field("l_factor").ToUInt32(),
        value.Field("max_util").ToUInt32(),
        value.Field("r_base").ToUInt32(),
        value.Field("r_one").ToUInt32(),
        value.Field("r_three").ToUInt32(),
        value.Field("r_two").ToUInt32(),
        value.Field("reactivity").ToUInt32(),
        value.Field("supply_cap").ToInt128(),
        value.Field("util").ToUInt32());

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("c_factor", SCVal.FromUInt32(CFactorE7)),
        ("decimals", SCVal.FromUInt32(Decimals)),
        ("enabled", SCVal.FromBool(Enabled)),
        ("index", SCVal.FromUInt32(Index)),
        ("l_factor", SCVal.FromUInt32(LFactorE7)),
        ("max_util", SCVal.FromUInt32(MaxUtilE7)),
        ("r_base", SCVal.FromUInt32(RBaseE7)),
        ("r_one", SCVal.FromUInt32(ROneE7)),
        ("r_three", SCVal.FromUInt32(RThreeE7)),
        ("r_two", SCVal.FromUInt32(RTwoE7)),
        ("reactivity", SCVal.FromUInt32(ReactivityE7)),
        ("supply_cap", SCVal.FromInt128(SupplyCap)),
        ("util", SCVal.FromUInt32(UtilE7)));
}
