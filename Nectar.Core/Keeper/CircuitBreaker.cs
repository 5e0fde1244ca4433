using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>
/// Stops fills of an asset whose price is not to be believed, and only these. It resets after the price has been beyond
/// doubt for some ledgers in a row.
/// </summary>
internal sealed class CircuitBreaker(KeeperOptions options)
{
    private readonly Dictionary<ContractId, PriceData> last = [];
    private readonly Dictionary<ContractId, (string Reason, LedgerNumber Since)> tripped = [];
    private bool hasLooked;

    public PriceBounds Bounds { get; } = new(options.MaxPriceJump, options.MaxQuoteDeviation, (ulong)options.MaxPriceAge.TotalSeconds);

    /// <summary>The assets that it is tripped for, with the reason.</summary>
    public IReadOnlyDictionary<ContractId, string> Distrusted => tripped.ToDictionary(t => t.Key, t => t.Value.Reason);

    /// <summary>Is tripped as it was in the keeper's life before; nobody has looked since, so that the wait begins anew.</summary>
    public void Restore(IEnumerable<KeeperEvent.BreakerTripped> before)
    {
        foreach (var trip in before)
        {
            tripped[trip.Asset] = (trip.Reason, trip.Ledger);
        }
    }

    /// <summary>Looks at the prices of a reading; gives what changed.</summary>
    public IEnumerable<KeeperEvent> Observe(PoolSnapshot pool)
    {
        if (!hasLooked)
        {
            hasLooked = true;
            foreach (var (asset, trip) in tripped.ToList())
            {
                tripped[asset] = trip with { Since = pool.Ledger };
            }
        }

        var changes = new List<KeeperEvent>();
        foreach (var asset in pool.Reserves.Select(r => r.Asset))
        {
            var now = pool.Prices.GetValueOrDefault(asset);
            if (PriceDoubt.OfReading(last.GetValueOrDefault(asset), now, pool.CloseTimeSeconds, Bounds) is { } doubt)
            {
                changes.AddRange(Trip(asset, doubt, pool.Ledger));
            }
            else if (tripped.TryGetValue(asset, out var trip) && pool.Ledger.Value >= (ulong)trip.Since.Value + options.BreakerLedgers)
            {
                tripped.Remove(asset);
                changes.Add(new KeeperEvent.BreakerReset(asset, $"beyond doubt for {options.BreakerLedgers} ledgers"));
            }

            if (now is not null)
            {
                last[asset] = now;
            }
        }

        return changes;
    }

    /// <summary>Looks at a quote of the exchange; gives what changed.</summary>
    public IEnumerable<KeeperEvent> Observe(PoolMarket market, ContractId asset, ContractId usdc, TradeQuote quote, LedgerNumber ledger) =>
        PriceDoubt.OfQuote(market, asset, usdc, quote, Bounds) is { } doubt ? Trip(asset, doubt, ledger) : [];

    // A doubt that lasts starts the wait anew without being told again.
    private IEnumerable<KeeperEvent> Trip(ContractId asset, string doubt, LedgerNumber ledger)
    {
        var isNews = !tripped.ContainsKey(asset);
        tripped[asset] = (doubt, ledger);
        return isNews ? [new KeeperEvent.BreakerTripped(asset, doubt)] : [];
    }
}
