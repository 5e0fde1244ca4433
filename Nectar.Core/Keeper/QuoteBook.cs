using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>
/// What the exchange would really pay and ask. A quote is kept while the pool's price of the asset stays and some ledgers
/// at most, so that an auction that waits does not cost a call a ledger; before a fill it is asked anew.
/// </summary>
internal sealed class QuoteBook(KeeperChain chain, CircuitBreaker breaker, CaseLog log)
{
    private const uint KeptLedgers = 12;

    private readonly Dictionary<(ContractId Asset, bool IsSale), Kept> kept = [];

    /// <summary>What a sale of so many units brings; null where nobody buys them.</summary>
    public Task<TradeQuote?> SaleAsync(PoolSnapshot pool, ContractId asset, Int128 units, bool anew, CancellationToken cancel) =>
        QuoteAsync(pool, asset, true, units, anew, cancel);

    /// <summary>What a purchase of so many units costs; null where nobody sells them.</summary>
    public Task<TradeQuote?> PurchaseAsync(PoolSnapshot pool, ContractId asset, Int128 units, bool anew, CancellationToken cancel) =>
        QuoteAsync(pool, asset, false, units, anew, cancel);

    private async Task<TradeQuote?> QuoteAsync(PoolSnapshot pool, ContractId asset, bool isSale, Int128 units, bool anew, CancellationToken cancel)
    {
        var price = pool.Prices.GetValueOrDefault(asset)?.Price ?? 0;
        if (!anew && kept.TryGetValue((asset, isSale), out var known) && known.Serves(price, units, pool.Ledger))
        {
            return known.Quote;
        }

        var quote = await AskAsync(asset, isSale, units, cancel).ConfigureAwait(false);
        kept[(asset, isSale)] = new Kept(quote, units, price, pool.Ledger);
        if (quote is not null)
        {
            var usdc = await chain.UsdcAsync(cancel).ConfigureAwait(false);
            foreach (var change in breaker.Observe(PoolMarket.At(pool, pool.CloseTimeSeconds), asset, usdc, quote, pool.Ledger))
            {
                await log.TellAsync(change, cancel).ConfigureAwait(false);
            }
        }

        return quote;
    }

    private async Task<TradeQuote?> AskAsync(ContractId asset, bool isSale, Int128 units, CancellationToken cancel)
    {
        if (chain.Exchange is not { } exchange || units <= 0)
        {
            return null;
        }

        var usdc = await chain.UsdcAsync(cancel).ConfigureAwait(false);
        var call = isSale ? exchange.RouterGetAmountsOut(units, [asset, usdc]) : exchange.RouterGetAmountsIn(units, [usdc, asset]);
        return await chain.Server.SimulateAsync(call, null, cancel).ConfigureAwait(false) is CallResult<XdrArray<Int128>>.Answered({ Count: 2 } amounts, _)
            && amounts[isSale ? 1 : 0] > 0
            ? new TradeQuote(units, new Usdc(amounts[isSale ? 1 : 0]))
            : null;
    }

    private sealed record Kept(TradeQuote? Quote, Int128 Units, Int128 Price, LedgerNumber Ledger)
    {
        // A quote for much more would be too pessimistic, one for less too rosy.
        public bool Serves(Int128 price, Int128 units, LedgerNumber now) =>
            price == Price && units <= Units && units * 4 >= Units && now.Value < (ulong)Ledger.Value + KeptLedgers;
    }
}
