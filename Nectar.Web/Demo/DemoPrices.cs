using Nectar.Core.Contracts.Oracle;

namespace Nectar.Web.Demo;

/// <summary>Tells both feeds the prices of a round.</summary>
/// <param name="people">Who tells.</param>
/// <param name="contracts">The feeds and the tokens.</param>
/// <param name="path">The prices.</param>
internal sealed class DemoPrices(DemoPeople people, DemoContracts contracts, IPricePath path)
{
    // The market's feed has 14 decimals, the path 7.
    private const long MarketScale = 10_000_000;

    /// <summary>Tells them, each feed in a transaction of its own.</summary>
    /// <exception cref="DemoFaultException">One was not taken.</exception>
    public Task TellAsync(uint round, CancellationToken cancel) => Task.WhenAll(
        people.PoolFeed.CallAsync(new OracleClient(contracts.PoolFeed).SetPrices(Prices(1, a => path.PoolPriceE7(a, round))), cancel),
        people.MarketFeed.CallAsync(new OracleClient(contracts.MarketFeed).SetPrices(Prices(MarketScale, a => path.MarketPriceE7(a, round))), cancel));

    private List<KeyValuePair<OracleAsset, Int128>> Prices(long scale, Func<int, long> priceE7) =>
    [
        KeyValuePair.Create<OracleAsset, Int128>(new OracleAsset.Stellar(contracts.Usdc), (Int128)DemoAsset.Usdc.AnchorE7 * scale),
        .. contracts.Collateral.Select((token, asset) => KeyValuePair.Create<OracleAsset, Int128>(new OracleAsset.Stellar(token), (Int128)priceE7(asset) * scale)),
    ];
}
