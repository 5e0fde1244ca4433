using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Contracts.Storage;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Pool;

/// <summary>Prices of a pool's feed: out of the entries that were read anyway where it is the lab's, else by asking it.</summary>
internal sealed class PoolPrices(ISorobanServer server, ContractId oracle)
{
    private readonly OracleClient client = new(oracle);
    private uint? decimals;

    public ContractId Oracle => oracle;

    public async Task<(uint Decimals, IReadOnlyDictionary<ContractId, PriceData> Prices)> ReadAsync(
        EntryBatch batch, IReadOnlyList<ContractId> assets, CancellationToken cancel)
    {
        if (batch.FindInstance(oracle) is { } instance && OracleStorage.FindDecimals(instance) is { } known)
        {
            return (known, Known(assets.Select(a => (a, OracleStorage.FindLastPrice(instance, a)))));
        }

        // Blend takes a feed's decimals for granted; they are asked for once.
        decimals ??= await server.ReadAsync(client.Decimals(), cancel).ConfigureAwait(false);
        var asked = assets.Select(async a =>
            (a, await server.ReadAsync(client.LastPrice(new OracleAsset.Stellar(a)), cancel).ConfigureAwait(false)));
        return (decimals.Value, Known(await Task.WhenAll(asked).ConfigureAwait(false)));
    }

    private static Dictionary<ContractId, PriceData> Known(IEnumerable<(ContractId Asset, PriceData? Price)> prices) =>
        prices.Where(p => p.Price is not null).ToDictionary(p => p.Asset, p => p.Price!);
}
