using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>How much capital a keeper could use now.</summary>
/// <param name="Available">The amount, never negative.</param>
/// <param name="Reason">Which limit makes it so, with figures.</param>
public sealed record BudgetReading(Usdc Available, string Reason);
