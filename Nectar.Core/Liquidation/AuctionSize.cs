using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Values;

namespace Nectar.Core.Liquidation;

/// <summary>
/// What an auction of a percent of some of an account's positions would hold, and whether Blend v2 accepts it
/// (<c>auctions/user_liquidation_auction.rs</c>), to the last unit.
/// </summary>
internal sealed class AuctionSize
{
    // Above this percent an auction of everything is a full liquidation, and is judged as this one.
    private const uint Full = 95;
    private const int MostHealthAfterE7 = 11_500_000;
    private const int LeastHealthAfterE7 = 10_300_000;

    private AuctionSize(AuctionVerdict verdict, Health after, Positions taken)
    {
        Verdict = verdict;
        After = after;
        Taken = taken;
    }

    public AuctionVerdict Verdict { get; }

    /// <summary>The account without what was judged.</summary>
    public Health After { get; }

    /// <summary>What the auction holds, by reserve index.</summary>
    public Positions Taken { get; }

    /// <param name="market">Accrued to the time of the call; every position has a price.</param>
    /// <param name="positions">All of the account.</param>
    /// <param name="lots">Indexes of the collateral to include.</param>
    /// <param name="bids">Indexes of the debts to include.</param>
    /// <param name="percent">1 to 100.</param>
    public static AuctionSize Of(PoolMarket market, Positions positions, IReadOnlyCollection<uint> lots, IReadOnlyCollection<uint> bids, uint percent)
    {
        var one = market.OracleScalar;
        var account = market.Sum(positions);
        var chosen = new Positions(Only(positions.Collateral, lots), Only(positions.Liabilities, bids), []);
        var included = market.Sum(chosen);

        // By worth: a position that is worth nothing need not be named.
        var isAllCollateral = included.CollateralRaw == account.CollateralRaw;
        var isFull = isAllCollateral && included.LiabilityRaw == account.LiabilityRaw && percent > Full;
        var debtShare = FixedPoint.MulFloor(isFull ? Full : percent, one, 100);
        if (included.CollateralRaw <= 0 || included.LiabilityRaw <= 0 || included.LiabilityBase <= 0)
        {
            return new AuctionSize(AuctionVerdict.Worthless, account, Positions.None);
        }

        var collateralFactor = FixedPoint.MulFloor(included.CollateralBase, one, included.CollateralRaw);
        var inverseLiabilityFactor = FixedPoint.MulFloor(included.LiabilityBase, one, included.LiabilityRaw);
        var margin = one - FixedPoint.MulCeil(collateralFactor, one, inverseLiabilityFactor);
        var incentive = one + FixedPoint.MulCeil(margin, one, 2 * one);
        var lotValue = FixedPoint.MulFloor(FixedPoint.MulFloor(included.LiabilityRaw, debtShare, one), incentive, one);
        var lotShare = FixedPoint.MulCeil(lotValue, one, included.CollateralRaw);
        if (lotShare > one)
        {
            if (!isAllCollateral)
            {
                return new AuctionSize(AuctionVerdict.LotTooSmall, account, Positions.None);
            }

            lotShare = one;
        }

        var taken = new Positions(
            new(chosen.Collateral.Select(c => KeyValuePair.Create(c.Key, FixedPoint.MulCeil(c.Value, lotShare, one)))),
            new(chosen.Liabilities.Select(d => KeyValuePair.Create(d.Key, FixedPoint.MulCeil(d.Value, debtShare, one)))),
            []);
        var after = market.Sum(new Positions(Less(positions.Collateral, taken.Collateral), Less(positions.Liabilities, taken.Liabilities), []));
        return new AuctionSize(Judge(after, isFull, lotValue, account, one), after, isFull ? chosen : taken);
    }

    private static AuctionVerdict Judge(Health after, bool isFull, Int128 lotValue, Health account, Int128 one)
    {
        if (after.IsOver(MostHealthAfterE7, one))
        {
            return !isFull || lotValue < account.CollateralRaw ? AuctionVerdict.TooLarge : AuctionVerdict.Accepted;
        }

        return !isFull && after.IsUnder(LeastHealthAfterE7, one) ? AuctionVerdict.TooSmall : AuctionVerdict.Accepted;
    }

    private static Amounts<uint> Only(Amounts<uint> amounts, IReadOnlyCollection<uint> indexes) =>
        new(amounts.Where(a => indexes.Contains(a.Key)));

    private static Amounts<uint> Less(Amounts<uint> all, Amounts<uint> taken) =>
        new(all.Select(a => KeyValuePair.Create(a.Key, a.Value - taken[a.Key])));
}
