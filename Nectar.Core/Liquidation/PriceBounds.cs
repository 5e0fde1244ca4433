using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>When a price is not believed.</summary>
/// <param name="MaxJump">How far it may move between two readings.</param>
/// <param name="MaxQuoteDeviation">How far the exchange's quote may be from it.</param>
/// <param name="MaxAgeSeconds">How old it may be.</param>
public sealed record PriceBounds(BasisPoints MaxJump, BasisPoints MaxQuoteDeviation, ulong MaxAgeSeconds);
