using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Pool;

/// <summary>One step of <c>submit</c> (Blend v2's <c>Request</c>).</summary>
/// <param name="Address">The asset; of a fill, whose auction it is.</param>
/// <param name="Amount">Units of the asset; of a fill, 1 to 100 percent of what remains.</param>
/// <param name="Type">What it does.</param>
public sealed record Request(SCAddress Address, Int128 Amount, RequestType Type)
{
    /// <summary>A step with an asset.</summary>
    /// <param name="type">What it does.</param>
    /// <param name="asset">The token.</param>
    /// <param name="units">Units of the token.</param>
    public static Request Of(RequestType type, ContractId asset, Int128 units) => new(SCAddress.From(asset), units, type);

    /// <summary>Fills a part of an account's auction.</summary>
    public static Request Fill(SCAddress user, uint percent) => new(user, percent, RequestType.FillUserLiquidationAuction);

    /// <summary>Takes all collateral of an asset back.</summary>
    public static Request WithdrawAllCollateral(ContractId asset) => Of(RequestType.WithdrawCollateral, asset, long.MaxValue);

    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static Request FromSCVal(SCVal value) => new(
        value.Field("address").ToAddress(),
        value.Field("amount").ToInt128(),
        (RequestType)value.Field("request_type").ToUInt32());

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("address", ContractValue.Of(Address)),
        ("amount", SCVal.FromInt128(Amount)),
        ("request_type", SCVal.FromUInt32((uint)Type)));
}
