using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Vault;

/// <summary>A sale after the fill: all that the vault holds of an asset, for USDC.</summary>
/// <param name="Asset">An asset that the plan repays or withdraws.</param>
/// <param name="Exchange">An exchange with Soroswap's router functions.</param>
public sealed record Sale(
    ContractId Asset,
    ContractId Exchange)
{
    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static Sale FromSCVal(SCVal value) => new(
        value.Field("asset").ToContractId(),
        value.Field("exchange").ToContractId());

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("asset", SCVal.FromAddress(Asset)),
        ("exchange", SCVal.FromAddress(Exchange)));
}
