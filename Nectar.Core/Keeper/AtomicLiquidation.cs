using System.Globalization;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>All of a liquidation in one transaction of the vault's.</summary>
internal sealed class AtomicLiquidation(KeeperChain chain, StepSender steps, CaseLog log, RaceJudge races, FillDesk desk, KeeperOptions options, KeeperControl control)
{
    public async Task<LiquidationCase> ActAsync(LiquidationCase stands, FillTerms terms, FillConditions conditions, ContractId pool, CancellationToken cancel)
    {
        var plan = Plan(stands, terms, conditions, pool);
        var detail = string.Create(
            CultureInfo.InvariantCulture, $"{terms.Percent} % of the auction: costs {terms.Estimate.Cost}, brings {terms.Estimate.Brings} USDC, at least {plan.MinProfit} of profit");
        (stands, var outcome) = await steps.SendAsync(
            stands, stands with { FillPercent = terms.Percent }, CaseStep.Liquidate, chain.Vault.Liquidate(chain.Account, plan).ToOperation(), terms.Estimate.Profit, detail,
            sent => new CaseState.LiquidateSent(sent), cancel).ConfigureAwait(false);
        return await ConcludeAsync(stands, outcome, cancel).ConfigureAwait(false);
    }

    /// <summary>What the call came to.</summary>
    public async Task<LiquidationCase> ConcludeAsync(LiquidationCase stands, SendOutcome outcome, CancellationToken cancel)
    {
        var before = stands with { State = new CaseState.AuctionOpen(), FillPercent = null };
        if (outcome is SendOutcome.Unknown or SendOutcome.Rehearsed)
        {
            return stands;
        }

        if (outcome is SendOutcome.Included { ReturnValue: { } value } included)
        {
            var profit = new Usdc(value.ToInt128());
            var told = Told(included, options.Vault);
            desk.Learn(included.Result.FeeCharged);
            return await log.TellAsync(
                new KeeperEvent.Liquidated(
                    stands.FillPercent ?? 0, told?.WentOut() ?? Usdc.Zero, told?.Profit ?? profit, told?.Fee ?? Usdc.Zero, included.Hash, included.Result.FeeCharged, included.Ledger.Value - stands.DetectedAt.Value),
                stands with { State = new CaseState.Returned(), Profit = profit }, cancel).ConfigureAwait(false);
        }

        if (await races.JudgeAsync(stands, CaseStep.Liquidate, outcome, cancel).ConfigureAwait(false) is { } lost)
        {
            return await log.TellAsync(lost, stands with { State = new CaseState.Lost(lost.Reason) }, cancel).ConfigureAwait(false);
        }

        return await log.TellAsync(
            StepSender.Failed(CaseStep.Liquidate, outcome), before, cancel).ConfigureAwait(false);
    }

    /// <summary>The liquidation as the vault measured it; null where its events tell none.</summary>
    private static VaultEvent.Liquidated? Told(SendOutcome.Included included, ContractId vault) => included.ContractEvents
        .Where(e => e.ContractId is { } id && new SCAddress.Contract(id) == SCAddress.From(vault))
        .Select(e => e.Body is ContractEventBody.V0(var body) ? VaultEvent.Read(body.Topics, body.Data) : null)
        .OfType<VaultEvent.Liquidated>()
        .FirstOrDefault();

    private LiquidationPlan Plan(LiquidationCase stands, FillTerms terms, FillConditions conditions, ContractId pool)
    {
        var bought = terms.Debts.Where(d => d.Asset != conditions.Usdc).ToList();
        var traded = bought.Select(d => d.Asset).Concat(terms.Lots.Select(l => l.Asset)).Where(a => a != conditions.Usdc).Distinct();
        // Without an exchange only USDC moves, and neither list has an item.
        var exchange = options.Exchange ?? default;
        // What must come out beyond the cost, so that the keeper's own minimum holds at whatever ledger includes it.
        var all = terms.Estimate.Cost + terms.Estimate.Fees;
        var least = (((all.Stroops * control.Current.MinProfit.Value) + 9_999_999) / 10_000_000) - terms.Estimate.Cost.Stroops;
        return new LiquidationPlan(
            terms.Lots.Select(l => l.Asset).ToXdrArray(),
            new Usdc(Int128.Max(0, least)),
            terms.Percent,
            pool,
            terms.Debts.Select(d => new Repayment(d.Ask, d.Asset)).ToXdrArray(),
            traded.Select(a => new Sale(a, exchange)).ToXdrArray(),
            bought.Select(d => new Purchase(d.Ask, d.Asset, exchange)).ToXdrArray(),
            SCAddress.Parse(stands.Borrower));
    }
}
