using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Vault;

/// <summary>One atomic liquidation (the contract's <c>Plan</c>). It names no recipient: everything comes back to the vault.</summary>
/// <param name="Lots">Collateral to withdraw, 1 to 4 assets.</param>
/// <param name="MinProfit">Least profit, fee included; the vault's own minimum holds beside it.</param>
/// <param name="Percent">Of what is left of the auction, 1 to 100.</param>
/// <param name="Pool">The pool.</param>
/// <param name="Repay">Debts to repay, up to 2.</param>
/// <param name="SwapsAfter">Sales after the fill.</param>
/// <param name="SwapsBefore">Purchases before the fill.</param>
/// <param name="User">Whose auction it is.</param>
public sealed record LiquidationPlan(
    XdrArray<ContractId> Lots,
    Usdc MinProfit,
    uint Percent,
    ContractId Pool,
    XdrArray<Repayment> Repay,
    XdrArray<Sale> SwapsAfter,
    XdrArray<Purchase> SwapsBefore,
    SCAddress User)
{
    /// <summary>The most lots: each costs about 9 of the network's 100 footprint entries.</summary>
    public const int MaxLots = 4;

    /// <summary>The most debts.</summary>
    public const int MaxRepayments = 2;

    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static LiquidationPlan FromSCVal(SCVal value) => new(
        value.Field("lots").ToList(v => v.ToContractId()),
        value.Field("min_profit").ToUsdc(),
        value.Field("percent").ToUInt32(),
        value.Field("pool").ToContractId(),
        value.Field("repay").ToList(Repayment.FromSCVal),
        value.Field("swaps_after").ToList(Sale.FromSCVal),
        value.Field("swaps_before").ToList(Purchase.FromSCVal),
        value.Field("user").ToAddress());

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("lots", ContractValue.Of(Lots, SCVal.FromAddress)),
        ("min_profit", ContractValue.Of(MinProfit)),
        ("percent", SCVal.FromUInt32(Percent)),
        ("pool", SCVal.FromAddress(Pool)),
        ("repay", ContractValue.Of(Repay, r => r.ToSCVal())),
        ("swaps_after", ContractValue.Of(SwapsAfter, s => s.ToSCVal())),
        ("swaps_before", ContractValue.Of(SwapsBefore, p => p.ToSCVal())),
        ("user", ContractValue.Of(User)));
}
