using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Registry;

/// <summary>The registry's settings (the contract's <c>Config</c>).</summary>
/// <param name="MinStake">Smallest stake of a registered keeper.</param>
/// <param name="StakeToken">The token that stakes are paid in: USDC.</param>
/// <param name="Vault">The vault that may ask for clearance and slash.</param>
public sealed record RegistryConfig(
    Usdc MinStake,
    ContractId StakeToken,
    ContractId Vault)
{
    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static RegistryConfig FromSCVal(SCVal value) => new(
        value.Field("min_stake").ToUsdc(),
        value.Field("stake_token").ToContractId(),
        value.Field("vault").ToContractId());

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("min_stake", ContractValue.Of(MinStake)),
        ("stake_token", SCVal.FromAddress(StakeToken)),
        ("vault", SCVal.FromAddress(Vault)));
}
