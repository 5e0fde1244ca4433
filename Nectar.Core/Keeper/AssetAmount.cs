using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>An amount of a token.</summary>
/// <param name="Asset">The token's contract.</param>
/// <param name="Amount">The amount in the token's smallest unit.</param>
/// <param name="Decimals">The token's decimals.</param>
public sealed record AssetAmount(ContractId Asset, Int128 Amount, uint Decimals);
