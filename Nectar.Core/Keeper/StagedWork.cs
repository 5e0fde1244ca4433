using Nectar.Core.Contracts.Pool;
using Nectar.Core.Liquidation;

namespace Nectar.Core.Keeper;

/// <summary>What happens while capital is out: buy what is owed, fill, sell, give back; and give back alone where filling no longer pays.</summary>
internal sealed class StagedWork(
    KeeperChain chain, CaseLog log, FillDesk desk, RaceJudge races, DebtPurchase purchase, AuctionFill fill, LotSale sale, ProceedsReturn back)
{
    // After that many refusals what is drawn goes back, and what cannot be sold needs a person.
    private const uint MostFailures = 6;

    private readonly HashSet<Guid> givenUp = [];

    /// <summary>A case that has ended needs no memory.</summary>
    public void Forget(LiquidationCase stands) => givenUp.Remove(stands.Id);

    /// <summary>Uses what is drawn for the fill, or gives it back.</summary>
    public async Task<CaseMove> UseAsync(LiquidationCase stands, AuctionData? auction, PoolSnapshot pool, uint failures, bool isStopping, CancellationToken cancel)
    {
        if (auction is null && await races.SeenLostAsync(stands, cancel).ConfigureAwait(false) is { } lost)
        {
            return CaseMove.GoOn(lost);
        }

        // The reading may be older than the draw, so that an auction in it may be gone: the fill itself will tell.
        if (isStopping || failures >= MostFailures || auction is null)
        {
            var why = auction is null ? "the auction is gone and no event tells who filled it" : isStopping ? "the keeper is paused, stopping or in a dry run" : $"refused {failures} times";
            return await GiveBackAsync(stands, FillDesk.NoPlan(why), pool, failures, cancel).ConfigureAwait(false);
        }

        var terms = await chain.TermsAsync(pool.Ledger, cancel).ConfigureAwait(false);
        var (decision, conditions) = await desk.DecideAsync(pool, stands, auction, terms, cancel).ConfigureAwait(false);
        if (decision is not FillDecision.Fill(var now))
        {
            return await GiveBackAsync(stands, FillDesk.PlanOf(decision), pool, failures, cancel).ConfigureAwait(false);
        }

        if (await purchase.MissingAsync(stands, now, conditions, cancel).ConfigureAwait(false) is { } missing)
        {
            var (bought, isBought) = await purchase.ActAsync(stands, missing, conditions, pool, cancel).ConfigureAwait(false);
            return isBought ? CaseMove.GoOn(bought) : CaseMove.HoldBack(bought);
        }

        var filled = await fill.ActAsync(stands, now, cancel).ConfigureAwait(false);
        return filled.State is CaseState.Drawn ? CaseMove.HoldBack(filled) : CaseMove.GoOn(filled);
    }

    /// <summary>Gives back what is drawn without a fill, and says once why.</summary>
    private async Task<CaseMove> GiveBackAsync(LiquidationCase stands, KeeperEvent.FillPlanned plan, PoolSnapshot pool, uint failures, CancellationToken cancel)
    {
        if (givenUp.Add(stands.Id))
        {
            stands = await log.TellAsync(plan with { Reason = $"{plan.Reason}: what was drawn goes back" }, stands, cancel).ConfigureAwait(false);
        }

        return await SettleAsync(stands, pool, failures, cancel).ConfigureAwait(false);
    }

    /// <summary>Sells one thing that is left, or, where nothing is, gives back.</summary>
    public async Task<CaseMove> SettleAsync(LiquidationCase stands, PoolSnapshot pool, uint failures, CancellationToken cancel)
    {
        if (await sale.UnsoldAsync(stands, cancel).ConfigureAwait(false) is not { } unsold)
        {
            var returned = await back.ActAsync(stands, cancel).ConfigureAwait(false);
            return returned.State is CaseState.Filled ? CaseMove.HoldBack(returned) : CaseMove.GoOn(returned);
        }

        if (failures >= MostFailures && stands.State is not CaseState.Drawn)
        {
            var reason = $"{unsold.Amount} units of {unsold.Asset} cannot be sold; {stands.Drawn} USDC are owed to the vault";
            return CaseMove.Wait(await log.TellAsync(new KeeperEvent.Stuck(reason), stands with { State = new CaseState.Stuck(reason) }, cancel).ConfigureAwait(false));
        }

        var (sold, isSold) = await sale.ActAsync(stands, unsold, pool, cancel).ConfigureAwait(false);
        return isSold ? CaseMove.GoOn(sold) : CaseMove.HoldBack(sold);
    }
}
