using Nectar.Core.Contracts.Pool;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>Buys what a fill has to repay and is not USDC.</summary>
internal sealed class DebtPurchase(KeeperChain chain, ExchangeTrade trade, KeeperOptions options)
{
    /// <summary>The first debt that is not at hand yet, and how much of it is missing; null where nothing is.</summary>
    public async Task<DebtPart?> MissingAsync(LiquidationCase stands, FillTerms terms, FillConditions conditions, CancellationToken cancel)
    {
        foreach (var debt in terms.Debts.Where(d => d.Asset != conditions.Usdc))
        {
            var before = stands.HeldBefore?.FirstOrDefault(h => h.Asset == debt.Asset)?.Amount ?? 0;
            var missing = debt.Ask - ((await chain.HeldAsync(debt.Asset, cancel).ConfigureAwait(false)).Amount - before);
            if (missing > 0)
            {
                return debt with { Ask = missing };
            }
        }

        return null;
    }

    public async Task<(LiquidationCase Stands, bool IsBought)> ActAsync(LiquidationCase stands, DebtPart missing, FillConditions conditions, PoolSnapshot pool, CancellationToken cancel)
    {
        var quoted = conditions.Purchases[missing.Asset].Costs(missing.Ask);
        var most = quoted + options.MaxSlippage.Of(quoted, Rounding.Up);
        var decimals = stands.HeldBefore?.FirstOrDefault(h => h.Asset == missing.Asset)?.Decimals ?? 0;
        var call = chain.Exchange!.SwapTokensForExactTokens(
            missing.Ask, most.Stroops, [conditions.Usdc, missing.Asset], chain.Account, LotSale.Deadline(pool));
        return await trade.SendAsync(
            stands, new AssetAmount(missing.Asset, missing.Ask, decimals), CaseStep.Purchase, call.ToOperation(), most,
            $"{missing.Ask} units of {missing.Asset} for at most {most} USDC", cancel).ConfigureAwait(false);
    }
}
