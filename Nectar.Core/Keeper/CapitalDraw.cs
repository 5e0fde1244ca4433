using System.Globalization;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>Takes the capital of a fill out of the vault, after noting what the keeper's account held before.</summary>
internal sealed class CapitalDraw(KeeperChain chain, StepSender steps, CaseLog log)
{
    public async Task<LiquidationCase> ActAsync(LiquidationCase stands, FillTerms terms, FillConditions conditions, CancellationToken cancel)
    {
        var held = new List<AssetAmount>();
        foreach (var asset in terms.Debts.Select(d => d.Asset).Concat(terms.Lots.Select(l => l.Asset)).Prepend(conditions.Usdc).Distinct())
        {
            held.Add(await chain.HeldAsync(asset, cancel).ConfigureAwait(false));
        }

        var amount = terms.Capital;
        var detail = string.Create(CultureInfo.InvariantCulture, $"for {terms.Percent} % of the auction: costs {terms.Estimate.Cost}, brings {terms.Estimate.Brings} USDC");
        (stands, var outcome) = await steps.SendAsync(
            stands, stands with { Drawn = amount, HeldBefore = held, FillPercent = terms.Percent }, CaseStep.Draw, chain.Vault.Draw(chain.Account, amount).ToOperation(), amount, detail,
            sent => new CaseState.DrawSent(sent), cancel).ConfigureAwait(false);
        return await ConcludeAsync(stands, outcome, cancel).ConfigureAwait(false);
    }

    /// <summary>What the call came to.</summary>
    public async Task<LiquidationCase> ConcludeAsync(LiquidationCase stands, SendOutcome outcome, CancellationToken cancel) => outcome switch
    {
        SendOutcome.Unknown or SendOutcome.Rehearsed => stands,
        SendOutcome.Included { ReturnValue: SCVal.Void } included => await log.TellAsync(
            new KeeperEvent.Drawn(stands.Drawn, included.Hash, included.Result.FeeCharged), stands with { State = new CaseState.Drawn() }, cancel).ConfigureAwait(false),
        _ => await log.TellAsync(
            StepSender.Failed(CaseStep.Draw, outcome),
            stands with { State = new CaseState.AuctionOpen(), Drawn = Usdc.Zero, HeldBefore = null, FillPercent = null }, cancel).ConfigureAwait(false),
    };
}
