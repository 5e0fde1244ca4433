using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>One trade on the exchange for a case, a purchase before the fill or a sale after it.</summary>
internal sealed class ExchangeTrade(StepSender steps, CaseLog log)
{
    /// <summary>Sends the swap.</summary>
    /// <param name="stands">The case.</param>
    /// <param name="trading">What is bought or sold.</param>
    /// <param name="step">Which of the two.</param>
    /// <param name="swap">The exchange's function.</param>
    /// <param name="bound">The most USDC that a purchase may cost, the least that a sale must bring.</param>
    /// <param name="detail">What exactly, in words.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The case, and whether the trade was made.</returns>
    public async Task<(LiquidationCase Stands, bool IsTraded)> SendAsync(
        LiquidationCase stands, AssetAmount trading, CaseStep step, Operation swap, Usdc bound, string detail, CancellationToken cancel)
    {
        (stands, var outcome) = await steps.SendAsync(
            stands, stands with { Trading = trading }, step, swap, bound, detail,
            sent => step == CaseStep.Purchase ? new CaseState.PurchaseSent(sent) : new CaseState.SaleSent(sent), cancel).ConfigureAwait(false);
        return (await ConcludeAsync(stands, step, outcome, cancel).ConfigureAwait(false), outcome is SendOutcome.Included { ReturnValue: not null });
    }

    /// <summary>What the call came to.</summary>
    public async Task<LiquidationCase> ConcludeAsync(LiquidationCase stands, CaseStep step, SendOutcome outcome, CancellationToken cancel) =>
        outcome is SendOutcome.Unknown
            ? stands
            : await log.TellAsync(
                Told(stands, step, outcome),
                stands with { State = step == CaseStep.Purchase ? new CaseState.Drawn() : new CaseState.Filled(), Trading = null }, cancel).ConfigureAwait(false);

    // A router's swaps give what went in first and what came out last.
    private static KeeperEvent Told(LiquidationCase stands, CaseStep step, SendOutcome outcome)
    {
        if (outcome is not SendOutcome.Included { ReturnValue: { } value } included)
        {
            return StepSender.Failed(step, outcome);
        }

        var amounts = value.ToVec();
        var (paid, came) = (amounts[0].ToInt128(), amounts[^1].ToInt128());
        return step == CaseStep.Purchase
            ? new KeeperEvent.Bought(stands.Trading! with { Amount = came }, new Usdc(paid), included.Hash, included.Result.FeeCharged)
            : new KeeperEvent.Sold(stands.Trading! with { Amount = paid }, new Usdc(came), included.Hash, included.Result.FeeCharged);
    }
}
