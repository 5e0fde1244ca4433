using System.Globalization;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>Opens auctions, and takes up those that others opened.</summary>
internal sealed class AuctionOpener(KeeperChain chain, StepSender steps, CaseLog log, RaceJudge races)
{
    public async Task<LiquidationCase> OpenAsync(LiquidationCase stands, AuctionDecision.Open open, PoolSnapshot pool, CancellationToken cancel)
    {
        var detail = string.Create(CultureInfo.InvariantCulture, $"{open.Percent} % of {Counted.Of(open.Lot.Count, "collateral asset")} and {Counted.Of(open.Bid.Count, "debt asset")}");
        if (open.HealthAfter is { } after)
        {
            detail += $", leaving HF {after}";
        }

        var call = chain.Pool.NewAuction(AuctionType.UserLiquidation, SCAddress.Parse(stands.Borrower), open.Bid.Keys, open.Lot.Keys, open.Percent);
        (stands, var outcome) = await steps.SendAsync(
            stands, stands with { AuctionPercent = open.Percent }, CaseStep.Auction, call.ToOperation(), null, detail, sent => new CaseState.AuctionSent(sent), cancel).ConfigureAwait(false);
        return await ConcludeAsync(stands, outcome, pool, cancel).ConfigureAwait(false);
    }

    /// <summary>What the call came to.</summary>
    public async Task<LiquidationCase> ConcludeAsync(LiquidationCase stands, SendOutcome outcome, PoolSnapshot pool, CancellationToken cancel)
    {
        var before = stands with { State = new CaseState.Detected(), AuctionPercent = null };
        switch (outcome)
        {
            case SendOutcome.Unknown or SendOutcome.Rehearsed:
                return stands;

            case SendOutcome.Included { ReturnValue: { } value } included:
                var auction = AuctionData.FromSCVal(value);
                return await log.TellAsync(
                    new KeeperEvent.AuctionOpened(
                        stands.AuctionPercent ?? 0, auction.Start, Bid(pool, auction), Lot(pool, auction), included.Hash, included.Result.FeeCharged),
                    stands with { State = new CaseState.AuctionOpen(), AuctionStart = auction.Start }, cancel).ConfigureAwait(false);

            case SendOutcome.Rejected(SCErrorType.Contract, (uint)PoolError.InvalidLiquidation, _, _):
                const string Healthy = "no longer liquidatable when the auction was to be opened";
                return await log.TellAsync(new KeeperEvent.Dropped(Healthy), before with { State = new CaseState.Dropped(Healthy) }, cancel).ConfigureAwait(false);

            default:
                // Another's auction serves as well: it is taken up with the next reading.
                KeeperEvent told = await races.JudgeOpeningAsync(stands, outcome, cancel).ConfigureAwait(false) is { } lost
                    ? lost
                    : StepSender.Failed(CaseStep.Auction, outcome);
                return await log.TellAsync(told, before, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Takes up an auction that is open already.</summary>
    public Task<LiquidationCase> AdoptAsync(LiquidationCase stands, AuctionData auction, PoolSnapshot pool, CancellationToken cancel) => log.TellAsync(
        new KeeperEvent.AuctionAdopted(auction.Start, Bid(pool, auction), Lot(pool, auction)),
        stands with { State = new CaseState.AuctionOpen(), AuctionStart = auction.Start }, cancel);

    private static List<AssetAmount> Bid(PoolSnapshot pool, AuctionData auction) => InTokens(pool, auction.Bid, Tokens.Owed);

    private static List<AssetAmount> Lot(PoolSnapshot pool, AuctionData auction) => InTokens(pool, auction.Lot, Tokens.Supplied);

    private static List<AssetAmount> InTokens(PoolSnapshot pool, Amounts<ContractId> amounts, Func<ReserveData, Int128, Int128> tokens)
    {
        var market = PoolMarket.At(pool, pool.CloseTimeSeconds);
        return [.. amounts.Select(a => (a, Reserve: market.ReserveOf(a.Key))).Where(a => a.Reserve is not null)
            .Select(a => new AssetAmount(a.a.Key, tokens(a.Reserve!.Data, a.a.Value), a.Reserve.Config.Decimals))];
    }
}
