using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Exchange;
using Nectar.Core.Contracts.Oracle;
using Nectar.Web.Demo;

namespace Nectar.Tests.Web.Demo;

/// <summary>What the chain says of the price of the asset whose turn it is.</summary>
/// <param name="Round">The round.</param>
/// <param name="Asset">Its place among the collateral assets.</param>
/// <param name="Pool">The pool's feed, with 7 decimals.</param>
/// <param name="Market">The market's feed, with 14.</param>
/// <param name="Quote">What the exchange gives for units that are worth 1,000 USDC at the anchor price, in stroops.</param>
internal sealed record ToldPrices(uint Round, int Asset, Int128 Pool, Int128 Market, Int128 Quote)
{
    /// <summary>Units that are worth so much at the anchor price.</summary>
    public static long Units(int asset) => DemoAsset.Collateral[asset].UnitsWorth(1_000);

    public static async Task<ToldPrices> ReadAsync(DemoNetwork demo, uint round)
    {
        var asset = MarketSlots.AssetOf(MarketSlots.SlotOf(round));
        var token = demo.Contracts.Collateral[asset];
        var named = new OracleAsset.Stellar(token);
        var amounts = await demo.Server.ReadAsync(
            new ExchangeClient(demo.Contracts.Exchange).RouterGetAmountsOut(Units(asset), [token, demo.Contracts.Usdc]), CancellationToken.None);
        return new ToldPrices(
            round, asset,
            (await demo.Server.ReadAsync(new OracleClient(demo.Contracts.PoolFeed).LastPrice(named), CancellationToken.None))!.Price,
            (await demo.Server.ReadAsync(new OracleClient(demo.Contracts.MarketFeed).LastPrice(named), CancellationToken.None))!.Price,
            amounts[1]);
    }
}
