using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>
/// How an auction's terms move with ledgers, and what a fill of a part takes (Blend v2, <c>auctions/auction.rs</c>): the
/// lot grows from nothing over 200 ledgers, then the bid shrinks to nothing over 200 more. What is filled is rounded
/// against the filler.
/// </summary>
public static class AuctionCurve
{
    /// <summary>Ledgers of each half.</summary>
    public const uint Phase = 200;

    private const int Step = 50_000;

    /// <summary>What a fill in a ledger takes, and what it leaves.</summary>
    /// <param name="auction">The auction as stored.</param>
    /// <param name="ledger">The ledger of the fill, not before the auction's first.</param>
    /// <param name="percent">1 to 100 of what is there.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ledger or the percent is none in which Blend would fill.</exception>
    public static AuctionPart Fill(AuctionData auction, LedgerNumber ledger, uint percent)
    {
        ArgumentNullException.ThrowIfNull(auction);
        ArgumentOutOfRangeException.ThrowIfLessThan(ledger, auction.Start);
        ArgumentOutOfRangeException.ThrowIfZero(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100u);
        var elapsed = ledger.Value - auction.Start.Value;
        Int128 lotPart = elapsed <= Phase ? elapsed * Step : FixedPoint.E7;
        Int128 bidPart = elapsed <= Phase ? FixedPoint.E7 : elapsed < 2 * Phase ? FixedPoint.E7 - ((elapsed - Phase) * Step) : 0;
        Int128 share = percent * 100_000;

        var bidTaken = Map(auction.Bid, amount => FixedPoint.MulCeil(amount, share, FixedPoint.E7));
        var lotTaken = Map(auction.Lot, amount => FixedPoint.MulFloor(amount, share, FixedPoint.E7));
        return new AuctionPart(
            Map(bidTaken, amount => FixedPoint.MulCeil(amount, bidPart, FixedPoint.E7)),
            Map(lotTaken, amount => FixedPoint.MulFloor(amount, lotPart, FixedPoint.E7)),
            percent == 100
                ? null
                : auction with { Bid = Left(auction.Bid, bidTaken), Lot = Left(auction.Lot, lotTaken) });
    }

    // What is nothing is dropped, as Blend does.
    private static Amounts<ContractId> Map(Amounts<ContractId> amounts, Func<Int128, Int128> change) =>
        new(amounts.Select(a => KeyValuePair.Create(a.Key, change(a.Value))).Where(a => a.Value > 0));

    private static Amounts<ContractId> Left(Amounts<ContractId> all, Amounts<ContractId> taken) =>
        new(all.Select(a => KeyValuePair.Create(a.Key, a.Value - taken[a.Key])).Where(a => a.Value > 0));
}
