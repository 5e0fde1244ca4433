using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Vault;

/// <summary>An asset's own price source, apart from any pool's (the contract's <c>Asset</c>).</summary>
/// <param name="Decimals">Decimals of the token.</param>
/// <param name="MaxAgeSeconds">The oldest price that is used.</param>
/// <param name="MaxDeviation">How far a pool's price may be off.</param>
/// <param name="Oracle">The SEP-40 feed.</param>
/// <param name="OracleDecimals">Decimals of its prices.</param>
public sealed record AssetListing(uint Decimals, ulong MaxAgeSeconds, BasisPoints MaxDeviation, ContractId Oracle, uint OracleDecimals)
{
    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static AssetListing FromSCVal(SCVal value) => new(
        value.Field("decimals").ToUInt32(),
        value.Field("max_age").ToUInt64(),
        value.Field("max_deviation_bps").ToBasisPoints(),
        value.Field("oracle").ToContractId(),
        value.Field("oracle_decimals").ToUInt32());
}
