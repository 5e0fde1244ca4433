using Nectar.Core.Soroban.Sending;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>
/// Gives back to the vault what the keeper's balance has grown by since before the draw. Where that is less than was drawn,
/// the keeper adds of its own: what is missing would be taken from its stake, with a penalty.
/// </summary>
internal sealed class ProceedsReturn(KeeperChain chain, StepSender steps, CaseLog log)
{
    public async Task<LiquidationCase> ActAsync(LiquidationCase stands, CancellationToken cancel)
    {
        var usdc = await chain.UsdcAsync(cancel).ConfigureAwait(false);
        var now = new Usdc((await chain.HeldAsync(usdc, cancel).ConfigureAwait(false)).Amount);
        var before = new Usdc(stands.HeldBefore?.FirstOrDefault(h => h.Asset == usdc)?.Amount ?? 0);
        var grown = now - before;
        var amount = grown > stands.Drawn ? grown : stands.Drawn < now ? stands.Drawn : now;
        if (amount <= Usdc.Zero)
        {
            var reason = $"{stands.Drawn} USDC are out and the keeper's account holds none to give back";
            return await log.TellAsync(new KeeperEvent.Stuck(reason), stands with { State = new CaseState.Stuck(reason) }, cancel).ConfigureAwait(false);
        }

        (stands, var outcome) = await steps.SendAsync(
            stands, stands with { Returned = amount }, CaseStep.Return, chain.Vault.ReturnProceeds(chain.Account, amount).ToOperation(), amount,
            $"{stands.Drawn} USDC were drawn, the balance has grown by {grown}", sent => new CaseState.ReturnSent(sent), cancel).ConfigureAwait(false);
        return await ConcludeAsync(stands, outcome, cancel).ConfigureAwait(false);
    }

    /// <summary>What the call came to.</summary>
    public async Task<LiquidationCase> ConcludeAsync(LiquidationCase stands, SendOutcome outcome, CancellationToken cancel)
    {
        if (outcome is SendOutcome.Unknown)
        {
            return stands;
        }

        if (outcome is not SendOutcome.Included { ReturnValue: { } value } included)
        {
            return await log.TellAsync(
                StepSender.Failed(CaseStep.Return, outcome),
                stands with { State = new CaseState.Filled(), Returned = null }, cancel).ConfigureAwait(false);
        }

        var amount = stands.Returned ?? Usdc.Zero;
        var profit = new Usdc(value.ToInt128());
        var shortfall = amount < stands.Drawn ? stands.Drawn - amount : Usdc.Zero;
        stands = await log.TellAsync(
            new KeeperEvent.Returned(amount, profit, shortfall, included.Hash, included.Result.FeeCharged, included.Ledger.Value - stands.DetectedAt.Value),
            stands with { State = shortfall > Usdc.Zero ? new CaseState.Filled() : new CaseState.Returned(), Profit = profit, Drawn = shortfall }, cancel).ConfigureAwait(false);
        if (shortfall == Usdc.Zero)
        {
            return stands;
        }

        var reason = $"{shortfall} USDC are still owed to the vault and the keeper's account holds no more";
        return await log.TellAsync(new KeeperEvent.Stuck(reason), stands with { State = new CaseState.Stuck(reason) }, cancel).ConfigureAwait(false);
    }
}
