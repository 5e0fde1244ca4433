using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Vault;

/// <summary>A debt that a plan repays to the pool.</summary>
/// <param name="Amount">Units of the asset; more than the debt is netted.</param>
/// <param name="Asset">The debt's asset.</param>
public sealed record Repayment(
    Int128 Amount,
    ContractId Asset)
{
    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static Repayment FromSCVal(SCVal value) => new(
        value.Field("amount").ToInt128(),
        value.Field("asset").ToContractId());

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("amount", SCVal.FromInt128(Amount)),
        ("asset", SCVal.FromAddress(Asset)));
}
