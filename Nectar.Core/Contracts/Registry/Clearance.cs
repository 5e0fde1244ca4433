using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Registry;

/// <summary>What the vault asks before capital moves.</summary>
/// <param name="Cleared">Registered, not slashed, and the registry is not paused.</param>
/// <param name="Stake">The stake that covers draws; 0 for an unknown address.</param>
public sealed record Clearance(
    bool Cleared,
    Usdc Stake)
{
    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static Clearance FromSCVal(SCVal value) => new(
        value.Field("cleared").ToBool(),
        value.Field("stake").ToUsdc());

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("cleared", SCVal.FromBool(Cleared)),
        ("stake", ContractValue.Of(Stake)));
}
