using Nectar.Core.Contracts.Pool;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>Takes a case as far as it goes in one cycle: auction, draw, fill, return.</summary>
internal sealed class CaseWork(
    KeeperChain chain, CaseLog log, FillDesk desk, RaceJudge races, AuctionOpener opener, AtomicLiquidation atomic, CapitalDraw draw, StagedWork staged)
{
    // About a minute of ledgers on the public networks.
    private const uint ReleaseLedgers = 12;

    private readonly CaseBackoff backoff = new();
    private readonly Dictionary<Guid, (LedgerNumber? Due, string Reason)> planned = [];
    private LedgerNumber nextRelease;

    /// <summary>What is planned for a case, in words; null before a plan.</summary>
    public string? Plan(LiquidationCase stands) => planned.TryGetValue(stands.Id, out var plan) ? plan.Reason : null;

    /// <summary>The ledger that a case waits for.</summary>
    public LedgerNumber? Due(LiquidationCase stands) => planned.TryGetValue(stands.Id, out var plan) ? plan.Due : null;

    /// <summary>Goes on until the case waits or has ended. While stopping, a case with nothing out is left as it is.</summary>
    public async Task<LiquidationCase> AdvanceAsync(LiquidationCase stands, PoolSnapshot pool, bool isStopping, CancellationToken cancel)
    {
        var pace = CaseMove.Pace.GoOn;
        while (pace == CaseMove.Pace.GoOn && stands.IsOpen && stands.State.InFlight is null
            && !(isStopping ? !stands.HasCapitalOut : IsHeld(stands, pool)))
        {
            (stands, pace) = await StepAsync(stands, pool, isStopping, cancel).ConfigureAwait(false);
            if (pace == CaseMove.Pace.HoldBack)
            {
                backoff.Failed(stands, pool.Ledger);
            }
        }

        if (!stands.IsOpen)
        {
            backoff.Forget(stands);
            staged.Forget(stands);
            planned.Remove(stands.Id);
        }

        return stands;
    }

    // An auction that somebody else has opened meanwhile is taken up at once: nothing is left to be tried again.
    private bool IsHeld(LiquidationCase stands, PoolSnapshot pool) =>
        backoff.IsHeld(stands, pool.Ledger) && !(stands.State is CaseState.Detected && AuctionOf(stands, pool) is not null);

    private Task<CaseMove> StepAsync(LiquidationCase stands, PoolSnapshot pool, bool isStopping, CancellationToken cancel) => stands.State switch
    {
        CaseState.Detected => BeginAsync(stands, pool, cancel),
        CaseState.AuctionOpen => FillOrWaitAsync(stands, pool, cancel),
        CaseState.Drawn => staged.UseAsync(stands, AuctionOf(stands, pool), pool, backoff.Failures(stands), isStopping, cancel),
        CaseState.Stuck => ReleaseAsync(stands, pool, cancel),
        CaseState.Filled or CaseState.Lost => staged.SettleAsync(stands, pool, backoff.Failures(stands), cancel),
        _ => Task.FromResult(CaseMove.Wait(stands)),
    };

    private async Task<CaseMove> BeginAsync(LiquidationCase stands, PoolSnapshot pool, CancellationToken cancel)
    {
        if (AuctionOf(stands, pool) is { } auction)
        {
            return CaseMove.GoOn(await opener.AdoptAsync(stands, auction, pool, cancel).ConfigureAwait(false));
        }

        var positions = pool.Positions.GetValueOrDefault(SCAddress.Parse(stands.Borrower)) ?? Positions.None;
        switch (AuctionPlanner.Decide(PoolMarket.At(pool, pool.CloseTimeSeconds), positions, FillDesk.Limits))
        {
            case AuctionDecision.Open open:
                var opened = await opener.OpenAsync(stands, open, pool, cancel).ConfigureAwait(false);
                return opened.State is CaseState.Detected ? CaseMove.HoldBack(opened) : CaseMove.Wait(opened);
            case AuctionDecision.Healthy(var reason):
                return CaseMove.Wait(await DropAsync(stands, $"healthy again: {reason}", cancel).ConfigureAwait(false));
            case AuctionDecision.Impossible(var reason):
                return CaseMove.Wait(await DropAsync(stands, reason, cancel).ConfigureAwait(false));
            default:
                return CaseMove.Wait(stands);
        }
    }

    private async Task<CaseMove> FillOrWaitAsync(LiquidationCase stands, PoolSnapshot pool, CancellationToken cancel)
    {
        if (AuctionOf(stands, pool) is not { } auction)
        {
            return CaseMove.Wait(await GoneAsync(stands, pool, cancel).ConfigureAwait(false));
        }

        var terms = await chain.TermsAsync(pool.Ledger, cancel).ConfigureAwait(false);
        var (decision, conditions) = await desk.DecideAsync(pool, stands, auction, terms, cancel).ConfigureAwait(false);
        if (decision is not FillDecision.Fill(var now))
        {
            await TellPlanAsync(stands, decision, cancel).ConfigureAwait(false);
            return CaseMove.Wait(stands);
        }

        planned[stands.Id] = (now.Ledger, $"pays {now.Estimate.Pays?.ToString() ?? "without cost"}: filling");
        // Balances tell one case's proceeds from another's only while one at a time has capital out.
        if (stands.Mode == CaseMode.Staged && log.Open.Any(c => c.Id != stands.Id && c.HasCapitalOut))
        {
            return CaseMove.Wait(stands);
        }

        var acted = stands.Mode == CaseMode.Atomic
            ? await atomic.ActAsync(stands, now, conditions, pool.Pool, cancel).ConfigureAwait(false)
            : await draw.ActAsync(stands, now, conditions, cancel).ConfigureAwait(false);
        return acted.State is CaseState.AuctionOpen ? CaseMove.HoldBack(acted) : CaseMove.GoOn(acted);
    }

    private async Task<LiquidationCase> GoneAsync(LiquidationCase stands, PoolSnapshot pool, CancellationToken cancel)
    {
        // An auction of ours may be younger than the reading.
        if (pool.Ledger < stands.AuctionStart)
        {
            return stands;
        }

        return await races.SeenLostAsync(stands, cancel).ConfigureAwait(false)
            ?? await DropAsync(stands, "the auction is gone and no event tells who filled it: deleted, as a rule, since the position is healthy again", cancel).ConfigureAwait(false);
    }

    /// <summary>Closes a case that could not go on, once nothing is owed for it: a person paid, or the stake was called in.</summary>
    private async Task<CaseMove> ReleaseAsync(LiquidationCase stands, PoolSnapshot pool, CancellationToken cancel)
    {
        if (pool.Ledger < nextRelease)
        {
            return CaseMove.Wait(stands);
        }

        nextRelease = pool.Ledger.Plus(ReleaseLedgers);
        var owes = (await chain.TermsAsync(pool.Ledger, cancel).ConfigureAwait(false)).Record.Drawn;
        return CaseMove.Wait(owes > Usdc.Zero ? stands : await DropAsync(stands, "nothing is owed to the vault any more", cancel).ConfigureAwait(false));
    }

    private Task<LiquidationCase> DropAsync(LiquidationCase stands, string reason, CancellationToken cancel) =>
        log.TellAsync(new KeeperEvent.Dropped(reason), stands with { State = new CaseState.Dropped(reason) }, cancel);

    private async Task TellPlanAsync(LiquidationCase stands, FillDecision decision, CancellationToken cancel)
    {
        var told = FillDesk.PlanOf(decision);
        var due = told.Due;
        // Told when it is new or the ledger moves; the figures in the words change with every ledger.
        var isNews = !planned.TryGetValue(stands.Id, out var known) || known.Due != due || (due is null && known.Reason != told.Reason);
        planned[stands.Id] = (due, told.Reason);
        if (isNews)
        {
            await log.TellAsync(told, stands, cancel).ConfigureAwait(false);
        }
    }

    private static AuctionData? AuctionOf(LiquidationCase stands, PoolSnapshot pool) =>
        pool.Auctions.GetValueOrDefault(new AuctionKey(AuctionType.UserLiquidation, SCAddress.Parse(stands.Borrower)));
}
