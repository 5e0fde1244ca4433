using Nectar.Core.Contracts.Pool;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>Sells what a case brought into the keeper's account: what is there beyond what was there before.</summary>
internal sealed class LotSale(KeeperChain chain, ExchangeTrade trade, CaseLog log, QuoteBook quotes, KeeperOptions options)
{
    // Long enough for the last ledger of a transaction, whatever the pace.
    private const ulong DeadlineSeconds = 600;

    public static ulong Deadline(PoolSnapshot pool) => pool.CloseTimeSeconds + DeadlineSeconds;

    /// <summary>The first token that is there beyond what was there before, and how much; null where nothing is.</summary>
    public async Task<AssetAmount?> UnsoldAsync(LiquidationCase stands, CancellationToken cancel)
    {
        var usdc = await chain.UsdcAsync(cancel).ConfigureAwait(false);
        foreach (var before in (stands.HeldBefore ?? []).Where(h => h.Asset != usdc))
        {
            var now = await chain.HeldAsync(before.Asset, cancel).ConfigureAwait(false);
            if (now.Amount > before.Amount)
            {
                return now with { Amount = now.Amount - before.Amount };
            }
        }

        return null;
    }

    public async Task<(LiquidationCase Stands, bool IsSold)> ActAsync(LiquidationCase stands, AssetAmount unsold, PoolSnapshot pool, CancellationToken cancel)
    {
        if (await quotes.SaleAsync(pool, unsold.Asset, unsold.Amount, anew: true, cancel).ConfigureAwait(false) is not { } quote)
        {
            var reason = $"the exchange gives no quote for {unsold.Amount} units of {unsold.Asset}";
            return (await log.TellAsync(new KeeperEvent.StepFailed(CaseStep.Sale, reason, null, null), stands, cancel).ConfigureAwait(false), false);
        }

        var usdc = await chain.UsdcAsync(cancel).ConfigureAwait(false);
        var least = quote.Usdc - options.MaxSlippage.Of(quote.Usdc, Rounding.Down);
        var call = chain.Exchange!.SwapExactTokensForTokens(unsold.Amount, least.Stroops, [unsold.Asset, usdc], chain.Account, Deadline(pool));
        return await trade.SendAsync(
            stands, unsold, CaseStep.Sale, call.ToOperation(), least, $"{unsold.Amount} units of {unsold.Asset} for at least {least} USDC", cancel).ConfigureAwait(false);
    }
}
