using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Storage;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Web.Demo;

namespace Nectar.Benchmarks.Keeper;

/// <summary>
/// Lets one price after another fall and rise again, so that each fall puts exactly one borrower under water: by it and by
/// nothing else may the borrower be liquidated.
/// </summary>
/// <param name="demo">The network, with a borrower of each asset at <see cref="BorrowerTerms.TightBps"/>.</param>
internal sealed class PriceFalls(DemoNetwork demo)
{
    // Enough for an account at a health of 1.015, too little for the others, who begin at 1.15.
    private const int FallBps = 250;
    private const uint MostLedgers = 40;

    // The market's feed has 14 decimals, the path 7.
    private const long MarketScale = 10_000_000;

    private readonly PricePath path = new(new DemoOptions().Seed);

    /// <summary>Brings the first borrower of each asset close to the edge.</summary>
    public async Task TightenAsync(CancellationToken cancel)
    {
        var options = new DemoOptions();
        var borrowing = new DemoBorrowing(demo.Server, demo.People, demo.Contracts, BorrowerTerms.Of(options.Seed, demo.People.Borrowers.Count));
        for (var asset = 0; asset < demo.Contracts.Collateral.Count; asset++)
        {
            await borrowing.BorrowAsync(asset, BorrowerTerms.TightBps, false, path.MarketPriceE7(asset, 0), cancel);
        }
    }

    /// <summary>Lets the next price fall and the last one rise.</summary>
    /// <returns>The ledger with the price and the first one in which the borrower's auction is open; null where none was within 40.</returns>
    public async Task<(uint Price, uint? Auction)> FallAsync(int turn, CancellationToken cancel)
    {
        var fallen = turn % demo.Contracts.Collateral.Count;
        var before = await SampleMarket.ReadAsync(demo, cancel);
        if (SampleMarket.IsLiquidatable(before, demo.People.Borrowers[fallen].Address))
        {
            throw new InvalidOperationException($"borrower {fallen} may be liquidated before the price has fallen");
        }

        await Task.WhenAll(
            demo.People.PoolFeed.CallAsync(new OracleClient(demo.Contracts.PoolFeed).SetPrices(Prices(1, fallen)), cancel),
            demo.People.MarketFeed.CallAsync(new OracleClient(demo.Contracts.MarketFeed).SetPrices(Prices(MarketScale, fallen)), cancel));
        var price = LedgerOfPrice();
        var freeing = turn == 0 ? Task.CompletedTask : FreeAsync((turn - 1) % demo.Contracts.Collateral.Count, cancel);
        var auction = await AuctionAsync(fallen, price, cancel);
        await freeing;
        return (price, auction);
    }

    /// <summary>The borrower of a price that has risen again takes back its auction.</summary>
    private async Task FreeAsync(int borrower, CancellationToken cancel)
    {
        var account = demo.People.Borrowers[borrower];
        var request = new Request(account.Address, 0, RequestType.DeleteLiquidationAuction);
        await account.CallAsync(new PoolClient(demo.Contracts.Pool).Submit(account.Address, account.Address, account.Address, [request]), cancel);
    }

    private async Task<uint?> AuctionAsync(int borrower, uint price, CancellationToken cancel)
    {
        var storage = new PoolStorage(demo.Contracts.Pool);
        var key = new AuctionKey(AuctionType.UserLiquidation, demo.People.Borrowers[borrower].Address);
        for (var ledger = price + 1; ledger <= price + MostLedgers; ledger++)
        {
            await demo.Network.WaitForLedgerAsync(ledger, cancel);
            if (storage.ReadAuction(await demo.Server.ReadEntriesAsync([storage.Auction(key)], cancel), key) is { } auction)
            {
                // The curve starts with the ledger after the one that holds the auction.
                return auction.Start.Value - 1;
            }
        }

        return null;
    }

    /// <summary>The latest ledger that holds a transaction of the pool's feed.</summary>
    private uint LedgerOfPrice()
    {
        var feed = demo.People.PoolFeed.Key.AccountId;
        for (var ledger = demo.Network.Latest.Sequence; ; ledger--)
        {
            if (demo.Network.History.TryFind(ledger, out var closed) && closed.Transactions.Any(t => IsOf(t.Envelope(), feed)))
            {
                return ledger;
            }
        }
    }

    private List<KeyValuePair<OracleAsset, Int128>> Prices(long scale, int fallen) =>
    [
        KeyValuePair.Create<OracleAsset, Int128>(new OracleAsset.Stellar(demo.Contracts.Usdc), (Int128)DemoAsset.Usdc.AnchorE7 * scale),
        .. demo.Contracts.Collateral.Select((token, asset) => KeyValuePair.Create<OracleAsset, Int128>(
            new OracleAsset.Stellar(token), (Int128)path.MarketPriceE7(asset, 0) * (10_000 - (asset == fallen ? FallBps : 0)) / 10_000 * scale)),
    ];

    private static bool IsOf(TransactionEnvelope envelope, AccountId source) =>
        envelope is TransactionEnvelope.Tx { Value.Tx.SourceAccount: var account }
        && account == MuxedAccount.From(source);
}
