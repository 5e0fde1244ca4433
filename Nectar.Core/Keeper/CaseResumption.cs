using Nectar.Core.Contracts.Pool;
using Nectar.Core.Soroban.Sending;

namespace Nectar.Core.Keeper;

/// <summary>
/// Asks the chain what became of a transaction whose end is not written down, and goes on from there: after a restart, and
/// after a network that did not answer. Nothing is sent for a case before this is known.
/// </summary>
internal sealed class CaseResumption(
    KeeperChain chain, CaseLog log, StepSender steps, AuctionOpener opener, AtomicLiquidation atomic, CapitalDraw draw, ExchangeTrade trade, AuctionFill fill, ProceedsReturn back)
{
    public async Task<LiquidationCase> SettleAsync(LiquidationCase stands, PoolSnapshot pool, CancellationToken cancel)
    {
        if (stands.State.InFlight is not { } sent)
        {
            return stands;
        }

        var outcome = await chain.Sender.ResolveAsync(sent.Hash, sent.LastLedger, cancel).ConfigureAwait(false);
        if (outcome is SendOutcome.Unknown)
        {
            return await ForgottenAsync(stands, sent, pool, cancel).ConfigureAwait(false);
        }

        steps.Saw(outcome);
        var said = outcome is SendOutcome.Included included ? $"in ledger {included.Ledger}" : StepSender.Why(outcome);
        stands = await log.TellAsync(new KeeperEvent.CaseResumed(stands.State.Name, $"{sent.Hash}: {said}"), stands, cancel).ConfigureAwait(false);
        return await ConcludeAsync(stands, outcome, pool, cancel).ConfigureAwait(false);
    }

    private Task<LiquidationCase> ConcludeAsync(LiquidationCase stands, SendOutcome outcome, PoolSnapshot pool, CancellationToken cancel) => stands.State switch
    {
        CaseState.AuctionSent => opener.ConcludeAsync(stands, outcome, pool, cancel),
        CaseState.LiquidateSent => atomic.ConcludeAsync(stands, outcome, cancel),
        CaseState.DrawSent => draw.ConcludeAsync(stands, outcome, cancel),
        CaseState.PurchaseSent => trade.ConcludeAsync(stands, CaseStep.Purchase, outcome, cancel),
        CaseState.FillSent => fill.ConcludeAsync(stands, outcome, cancel),
        CaseState.SaleSent => trade.ConcludeAsync(stands, CaseStep.Sale, outcome, cancel),
        CaseState.ReturnSent => back.ConcludeAsync(stands, outcome, cancel),
        _ => throw new InvalidOperationException($"nothing is on its way in the state {stands.State.Name}"),
    };

    /// <summary>
    /// The server no longer keeps the ledgers that could have included it: it can be in none to come. What it did shows in
    /// balances and debts, which every later step reads anew; only a draw or return has to be told from the vault's own record.
    /// </summary>
    private async Task<LiquidationCase> ForgottenAsync(LiquidationCase stands, SentTransaction sent, PoolSnapshot pool, CancellationToken cancel)
    {
        if (pool.Ledger <= sent.LastLedger)
        {
            return stands;
        }

        var owes = (await chain.TermsAsync(pool.Ledger, cancel).ConfigureAwait(false)).Record.Drawn;
        var state = stands.State switch
        {
            CaseState.AuctionSent => new CaseState.Detected(),
            CaseState.LiquidateSent => new CaseState.AuctionOpen(),
            CaseState.DrawSent when owes.Stroops == 0 => new CaseState.AuctionOpen(),
            CaseState.DrawSent or CaseState.PurchaseSent => new CaseState.Drawn(),
            CaseState.ReturnSent when owes.Stroops == 0 => new CaseState.Returned(),
            _ => (CaseState)new CaseState.Filled(),
        };
        var drawn = owes.Stroops == 0 ? owes : stands.Drawn;
        return await log.TellAsync(
            new KeeperEvent.CaseResumed(stands.State.Name, $"{sent.Hash}: the server no longer keeps that ledger; the vault's record says {owes} USDC are out"),
            stands with { State = state, Drawn = drawn }, cancel).ConfigureAwait(false);
    }
}
