using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Contracts.Pool;

/// <summary>What an account has in a pool, by reserve index (Blend v2's <c>Positions</c>).</summary>
/// <param name="Collateral">bTokens that stand for its debts.</param>
/// <param name="Liabilities">dTokens that it owes.</param>
/// <param name="Supply">bTokens that stand for nothing: they never count as collateral.</param>
public sealed record Positions(Amounts<uint> Collateral, Amounts<uint> Liabilities, Amounts<uint> Supply)
{
    /// <summary>Nothing.</summary>
    public static Positions None { get; } = new([], [], []);

    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static Positions FromSCVal(SCVal value) => new(
        value.Field("collateral").ToAmountsByIndex(),
        value.Field("liabilities").ToAmountsByIndex(),
        value.Field("supply").ToAmountsByIndex());

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("collateral", ContractValue.Of(Collateral)),
        ("liabilities", ContractValue.Of(Liabilities)),
        ("supply", ContractValue.Of(Supply)));
}
