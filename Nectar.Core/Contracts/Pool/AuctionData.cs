using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Pool;

/// <summary>An auction (Blend v2's <c>AuctionData</c>). What the amounts are in depends on its <see cref="AuctionType"/>; keys are the underlying assets.</summary>
/// <param name="Bid">What the filler takes over or pays, unscaled.</param>
/// <param name="Start">The first ledger of the curve; a fill before it traps.</param>
/// <param name="Lot">What the filler gets, unscaled.</param>
public sealed record AuctionData(
    Amounts<ContractId> Bid,
    LedgerNumber Start,
    Amounts<ContractId> Lot)
{
    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static AuctionData FromSCVal(SCVal value) => new(
        value.Field("bid").ToAmountsByAsset(),
        value.Field("block").ToLedger(),
        value.Field("lot").ToAmountsByAsset());

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("bid", ContractValue.Of(Bid)),
        ("block", ContractValue.Of(Start)),
        ("lot", ContractValue.Of(Lot)));
}
