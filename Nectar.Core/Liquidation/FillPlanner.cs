using System.Globalization;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>
/// Decides about filling a user's auction: in the first ledger in which it pays, since whoever waits for a better one loses
/// it, and as much as the capital suffices for.
/// </summary>
public static class FillPlanner
{
    /// <summary>The decision as of the snapshot's ledger, which is the one that a simulation runs in.</summary>
    /// <param name="snapshot">The pool.</param>
    /// <param name="auction">The auction as it stands.</param>
    /// <param name="conditions">What the keeper asks and has.</param>
    public static FillDecision Decide(PoolSnapshot snapshot, AuctionData auction, FillConditions conditions)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(auction);
        ArgumentNullException.ThrowIfNull(conditions);
        if (Obstacle(snapshot, auction, conditions) is { } reason)
        {
            return new FillDecision.Skip(reason);
        }

        var reckoning = new FillReckoning(snapshot, auction, conditions);
        var now = snapshot.Ledger < auction.Start ? auction.Start : snapshot.Ledger;
        var present = reckoning.Affordable(now);
        if (snapshot.Ledger >= auction.Start && present.Capital <= conditions.Capital && reckoning.Pays(present))
        {
            return new FillDecision.Fill(present);
        }

        // Behind the end of the curve nothing moves any more but interest.
        var end = auction.Start.Plus(2 * AuctionCurve.Phase);
        for (var ledger = now.Plus(1); ledger <= end; ledger = ledger.Plus(1))
        {
            var terms = reckoning.Affordable(ledger);
            if (terms.Capital <= conditions.Capital && reckoning.Pays(terms))
            {
                return new FillDecision.Wait(ledger, terms, WaitReason(present, terms, conditions));
            }
        }

        return new FillDecision.Skip(SkipReason(reckoning.Affordable(now > end ? now : end), conditions));
    }

    private static string? Obstacle(PoolSnapshot snapshot, AuctionData auction, FillConditions conditions)
    {
        if (auction.Lot.Count > conditions.Limits.MaxLots || auction.Bid.Count > conditions.Limits.MaxBids)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{Counted.Of(auction.Lot.Count, "collateral asset")} and {Counted.Of(auction.Bid.Count, "debt asset")} are more than the {conditions.Limits.MaxLots} and {conditions.Limits.MaxBids} that one fill takes");
        }

        foreach (var asset in auction.Bid.Keys.Concat(auction.Lot.Keys))
        {
            if (conditions.Distrusted.TryGetValue(asset, out var distrust))
            {
                return $"the breaker is tripped for {asset}: {distrust}";
            }

            if (snapshot.Reserves.All(r => r.Asset != asset))
            {
                return $"the pool's reserve {asset} was not read";
            }
        }

        foreach (var asset in auction.Lot.Keys.Where(a => a != conditions.Usdc && !conditions.Sales.ContainsKey(a)))
        {
            return $"the exchange gives no quote for a sale of {asset}";
        }

        foreach (var asset in auction.Bid.Keys.Where(a => a != conditions.Usdc && !conditions.Purchases.ContainsKey(a)))
        {
            return $"the exchange gives no quote for a purchase of {asset}";
        }

        return null;
    }

    private static string WaitReason(FillTerms present, FillTerms due, FillConditions conditions)
    {
        var until = string.Create(CultureInfo.InvariantCulture, $"until ledger {due.Ledger.Value:N0}");
        return present.Capital > conditions.Capital
            ? $"1 % needs {Shown(present.Capital)} USDC, {conditions.CapitalReason}, {until}"
            : $"pays {present.Estimate.Pays ?? default} of cost {until}";
    }

    private static string SkipReason(FillTerms last, FillConditions conditions) => last.Capital > conditions.Capital
        ? $"1 % needs {Shown(last.Capital)} USDC, {conditions.CapitalReason}"
        : last.Estimate.Pays is { } pays
            ? $"pays {pays} of cost at the end of its curve, {conditions.MinProfit} is asked"
            : "the lot is worth nothing";

    private static string Shown(Usdc amount) => amount.ToString()[..^5];
}
