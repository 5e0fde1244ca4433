using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Pool;

/// <summary>A pool's settings (Blend v2's <c>PoolConfig</c>).</summary>
/// <param name="BackstopRateE7">What of the interest goes to the backstop, with 7 decimals.</param>
/// <param name="MaxPositions">How many collateral and debt assets an account may have together.</param>
/// <param name="MinCollateral">The least collateral of a borrower, weighted, with the oracle's decimals.</param>
/// <param name="Oracle">The pool's SEP-40 feed.</param>
/// <param name="Status">What it lets happen.</param>
public sealed record PoolConfig(uint BackstopRateE7, uint MaxPositions, Int128 MinCollateral, ContractId Oracle, PoolStatus Status)
{
    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static PoolConfig FromSCVal(SCVal value) => new(
        value.Field("bstop_rate").ToUInt32(),
        value.Field("max_positions").ToUInt32(),
        value.Field("min_collateral").ToInt128(),
        value.Field("oracle").ToContractId(),
        (PoolStatus)value.Field("status").ToUInt32());

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("bstop_rate", SCVal.FromUInt32(BackstopRateE7)),
        ("max_positions", SCVal.FromUInt32(MaxPositions)),
        ("min_collateral", SCVal.FromInt128(MinCollateral)),
        ("oracle", SCVal.FromAddress(Oracle)),
        ("status", SCVal.FromUInt32((uint)Status)));
}
