using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>Collateral that a fill brings.</summary>
/// <param name="Asset">The token.</param>
/// <param name="Units">Units withdrawn, rounded down.</param>
public sealed record LotPart(ContractId Asset, Int128 Units);
