using System.Globalization;
using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>
/// Reasons not to believe a price. On 22 February 2026 a pool's only price source was pushed a hundredfold by one tiny
/// trade: a fill at such a price looks hugely profitable, so that what is too good has to stop the keeper as well.
/// </summary>
public static class PriceDoubt
{
    private const int Bps = 10_000;

    /// <summary>Why a reading is not believed beside the one before it; null where it is.</summary>
    /// <param name="before">The reading before; null without one.</param>
    /// <param name="now">The reading; null where the oracle gave none.</param>
    /// <param name="atSeconds">The ledger's close in Unix seconds.</param>
    /// <param name="bounds">The bounds.</param>
    public static string? OfReading(PriceData? before, PriceData? now, ulong atSeconds, PriceBounds bounds)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        if (now is null || now.Price <= 0)
        {
            return "the oracle gives no price";
        }

        if (now.TimestampSeconds + bounds.MaxAgeSeconds < atSeconds)
        {
            return string.Create(CultureInfo.InvariantCulture, $"the price is {atSeconds - now.TimestampSeconds:N0} s old, {bounds.MaxAgeSeconds:N0} s are allowed");
        }

        return before is not null && before.Price > 0 && IsBeyond(before.Price, now.Price, bounds.MaxJump)
            ? $"the price moved by {Percent(before.Price, now.Price)} between two readings, {Percent(bounds.MaxJump)} is allowed"
            : null;
    }

    /// <summary>Why a price is not believed beside what the exchange would really pay; null where it is.</summary>
    /// <param name="market">The pool's prices.</param>
    /// <param name="asset">The asset.</param>
    /// <param name="usdc">What the quote is in.</param>
    /// <param name="quote">The exchange's quote.</param>
    /// <param name="bounds">The bounds.</param>
    public static string? OfQuote(PoolMarket market, ContractId asset, ContractId usdc, TradeQuote quote, PriceBounds bounds)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(bounds);
        if (market.ReserveOf(asset) is not { } reserve || market.PriceOf(asset) is not { } price)
        {
            return "the oracle gives no price";
        }

        // USDC that is no reserve of the pool is taken for a dollar.
        var usdcPrice = market.PriceOf(usdc) ?? market.OracleScalar;
        var byOracle = FixedPoint.MulFloor(quote.Units, price, reserve.Scalar);
        var byExchange = FixedPoint.MulFloor(quote.Usdc.Stroops, usdcPrice, FixedPoint.E7);
        return byOracle <= 0 || IsBeyond(byOracle, byExchange, bounds.MaxQuoteDeviation)
            ? $"the exchange's quote is {(byOracle <= 0 ? "no value at all" : Percent(byOracle, byExchange))} off the pool's price, {Percent(bounds.MaxQuoteDeviation)} is allowed"
            : null;
    }

    private static bool IsBeyond(Int128 from, Int128 to, BasisPoints bound) =>
        FixedPoint.MulCeil(Int128.Abs(to - from), Bps, from) > bound.Value;

    private static string Percent(Int128 from, Int128 to) => Percent(FixedPoint.MulCeil(Int128.Abs(to - from), Bps, from));

    private static string Percent(BasisPoints bound) => Percent((Int128)bound.Value);

    private static string Percent(Int128 bps) => string.Create(CultureInfo.InvariantCulture, $"{bps / 100}.{bps % 100:00} %");
}
