namespace Nectar.Core.Liquidation;

/// <summary>How many assets an auction may have so that the keeper can fill it.</summary>
/// <param name="MaxLots">Collateral assets.</param>
/// <param name="MaxBids">Debt assets.</param>
public sealed record AuctionLimits(int MaxLots, int MaxBids);
