using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>
/// What an exchange answered for one trade between an asset and USDC. A smaller trade is reckoned in proportion, which is
/// against ourselves wherever a larger trade has the worse price.
/// </summary>
/// <param name="Units">Units of the asset.</param>
/// <param name="Usdc">The USDC that they would bring, or cost.</param>
public sealed record TradeQuote(Int128 Units, Usdc Usdc)
{
    /// <summary>What a sale of so many units brings, rounded down.</summary>
    internal Usdc Brings(Int128 units) => new(FixedPoint.MulFloor(units, Usdc.Stroops, Units));

    /// <summary>What a purchase of so many units costs, rounded up.</summary>
    internal Usdc Costs(Int128 units) => new(FixedPoint.MulCeil(units, Usdc.Stroops, Units));
}
