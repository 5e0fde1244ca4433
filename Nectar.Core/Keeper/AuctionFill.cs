using System.Globalization;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Core.Keeper;

/// <summary>Takes the auction, repays its debt and withdraws its collateral, from and to the keeper's own account.</summary>
internal sealed class AuctionFill(KeeperChain chain, StepSender steps, CaseLog log, RaceJudge races)
{
    public async Task<LiquidationCase> ActAsync(LiquidationCase stands, FillTerms terms, CancellationToken cancel)
    {
        List<Request> requests =
        [
            Request.Fill(SCAddress.Parse(stands.Borrower), terms.Percent),
            .. terms.Debts.Select(d => Request.Of(RequestType.Repay, d.Asset, d.Ask)),
            .. terms.Lots.Select(l => Request.WithdrawAllCollateral(l.Asset)),
        ];
        var detail = string.Create(CultureInfo.InvariantCulture, $"{terms.Percent} % of the auction, {Counted.Of(terms.Debts.Count, "debt")} repaid, {Counted.Of(terms.Lots.Count, "collateral asset")} withdrawn");
        (stands, var outcome) = await steps.SendAsync(
            stands, stands with { FillPercent = terms.Percent }, CaseStep.Fill, chain.Pool.Submit(chain.Account, chain.Account, chain.Account, requests).ToOperation(),
            terms.Estimate.Cost, detail, sent => new CaseState.FillSent(sent), cancel).ConfigureAwait(false);
        return await ConcludeAsync(stands, outcome, cancel).ConfigureAwait(false);
    }

    /// <summary>What the call came to.</summary>
    public async Task<LiquidationCase> ConcludeAsync(LiquidationCase stands, SendOutcome outcome, CancellationToken cancel)
    {
        switch (outcome)
        {
            case SendOutcome.Unknown:
                return stands;

            case SendOutcome.Included { ReturnValue: not null } included:
                return await log.TellAsync(
                    new KeeperEvent.Filled(stands.FillPercent ?? 0, included.Hash, included.Result.FeeCharged),
                    stands with { State = new CaseState.Filled() }, cancel).ConfigureAwait(false);
        }

        if (await races.JudgeAsync(stands, CaseStep.Fill, outcome, cancel).ConfigureAwait(false) is { } lost)
        {
            return await log.TellAsync(lost, stands with { State = new CaseState.Lost(lost.Reason) }, cancel).ConfigureAwait(false);
        }

        return await log.TellAsync(
            StepSender.Failed(CaseStep.Fill, outcome),
            stands with { State = new CaseState.Drawn() }, cancel).ConfigureAwait(false);
    }
}
