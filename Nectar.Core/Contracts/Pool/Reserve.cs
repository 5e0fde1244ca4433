using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Pool;

/// <summary>An asset of a pool (Blend v2's <c>Reserve</c>).</summary>
/// <param name="Asset">The token.</param>
/// <param name="Config">How the pool treats it.</param>
/// <param name="Data">What the pool holds of it.</param>
public sealed record Reserve(ContractId Asset, ReserveConfig Config, ReserveData Data)
{
    private const uint MaxDecimals = 38;

    /// <summary>Units of one whole token: 10 to the power of its decimals.</summary>
    /// <exception cref="OverflowException">They do not fit 128 bits: more than 38 decimals.</exception>
    public Int128 Scalar => Config.Decimals <= MaxDecimals
        ? Enumerable.Range(0, (int)Config.Decimals).Aggregate(Int128.One, (scalar, _) => scalar * 10)
        : throw new OverflowException($"{Config.Decimals} decimals of {Asset}, at most {MaxDecimals} fit");

    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static Reserve FromSCVal(SCVal value) => new(
        value.Field("asset").ToContractId(),
        ReserveConfig.FromSCVal(value.Field("config")),
        ReserveData.FromSCVal(value.Field("data")));

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("asset", SCVal.FromAddress(Asset)),
        ("config", Config.ToSCVal()),
        ("data", Data.ToSCVal()),
        ("scalar", SCVal.FromInt128(Scalar)));
}
