using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Web.Demo;

namespace Nectar.Benchmarks.Keeper;

/// <summary>The prices that the pool's feed told, oldest first, as far back as the network remembers.</summary>
internal sealed class ToldPrices
{
    private readonly List<(uint Ledger, Dictionary<ContractId, Int128> Prices)> told = [];

    private ToldPrices()
    {
    }

    /// <summary>Reads them from the transactions of the app's network.</summary>
    public static async Task<ToldPrices> ReadAsync(Uri app, CancellationToken cancel)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddNectarSorobanServer(o => o.Endpoints.Add(new Uri(app, "/rpc")));
        await using var provider = services.BuildServiceProvider();
        var server = provider.GetRequiredService<ISorobanServer>();
        var request = new LedgerRangeRequest((await server.GetHealthAsync(cancel)).ValueOrThrow().OldestLedger, new Pagination(null, 200));
        var found = new ToldPrices();
        while (true)
        {
            var page = (await server.GetTransactionsAsync(request, cancel)).ValueOrThrow();
            found.told.AddRange(page.Transactions.Where(t => t.Status == TransactionStatus.Success)
                .Select(t => (t.Ledger.Value, Prices: PricesOf(t.Envelope))).Where(t => t.Prices.Count > 0));
            if (page.Transactions.Count == 0)
            {
                return found;
            }

            request = new LedgerRangeRequest(null, new Pagination(page.Cursor, 200));
        }
    }

    /// <summary>
    /// The ledger whose price put an account of one collateral asset under water: its health moves with that price, and was
    /// above the edge at the one before. Null where that is not among those remembered.
    /// </summary>
    /// <param name="ledger">When it was under water.</param>
    /// <param name="asset">Its collateral.</param>
    /// <param name="health">Its health then.</param>
    public uint? CauseOf(uint ledger, ContractId asset, Ratio health)
    {
        var last = told.FindLastIndex(t => t.Ledger <= ledger && t.Prices.ContainsKey(asset));
        for (var i = last; i > 0; i--)
        {
            if (health.Value * told[i - 1].Prices[asset] >= Ratio.One.Value * told[last].Prices[asset])
            {
                return told[i].Ledger;
            }
        }

        return null;
    }

    private static Dictionary<ContractId, Int128> PricesOf(TransactionEnvelope envelope)
    {
        var feed = MuxedAccount.From(DemoPeople.KeyOf("pool-feed").AccountId);
        return envelope is TransactionEnvelope.Tx { Value.Tx: var body } && body.SourceAccount == feed
            && body.Operations is [{ Body: OperationBody.InvokeHostFunction({ HostFunction: HostFunction.InvokeContract({ Args: [var assets, var prices] }) }) }]
            ? assets.ToVec().Zip(prices.ToVec())
                .ToDictionary(p => ((OracleAsset.Stellar)OracleAsset.FromSCVal(p.First)).Token, p => p.Second.ToInt128())
            : [];
    }
}
