using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Vault;

/// <summary>A purchase before the fill: exactly so much for as little USDC as the exchange asks.</summary>
/// <param name="Amount">Units of the asset.</param>
/// <param name="Asset">An asset that the plan repays.</param>
/// <param name="Exchange">An exchange with Soroswap's router functions.</param>
public sealed record Purchase(
    Int128 Amount,
    ContractId Asset,
    ContractId Exchange)
{
    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static Purchase FromSCVal(SCVal value) => new(
        value.Field("amount").ToInt128(),
        value.Field("asset").ToContractId(),
        value.Field("exchange").ToContractId());

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("amount", SCVal.FromInt128(Amount)),
        ("asset", SCVal.FromAddress(Asset)),
        ("exchange", SCVal.FromAddress(Exchange)));
}
