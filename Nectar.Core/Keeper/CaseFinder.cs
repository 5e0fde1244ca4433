using System.Globalization;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>Finds the positions that are cases, and says of those that only seem to be why they are none.</summary>
internal sealed class CaseFinder(CaseLog log, CircuitBreaker breaker, KeeperOptions options)
{
    /// <summary>
    /// Opens cases for what may be liquidated and has none yet, all at once. Gives a verdict on everybody who may be
    /// liquidated or has an auction; the others, by far the most of a pool, are passed over with a glance.
    /// </summary>
    public async Task<IReadOnlyDictionary<SCAddress, string>> FindAsync(PoolSnapshot pool, bool isStopping, CancellationToken cancel)
    {
        var market = PoolMarket.At(pool, pool.CloseTimeSeconds);
        var accounts = pool.Positions.ToArray();
        var liquidatable = LiquidatableScan.Of(market, Array.ConvertAll(accounts, a => a.Value));
        var (verdicts, begun) = (new Dictionary<SCAddress, string>(), new List<(KeeperEvent, LiquidationCase)>());
        for (var i = 0; i < accounts.Length; i++)
        {
            var (user, positions) = accounts[i];
            var hasAuction = pool.Auctions.ContainsKey(AuctionWatch.KeyOf(user));
            if (!liquidatable[i] && !hasAuction)
            {
                continue;
            }

            var health = (market.HealthOf(positions) as HealthReading.Known)?.Health;
            var verdict = Judge(market, pool, user, positions, hasAuction, health);
            verdicts[user] = verdict ?? (isStopping ? "may be liquidated, but the keeper is paused or stopping" : "may be liquidated");
            if (verdict is null && !isStopping && log.Of(user.ToString()) is null)
            {
                begun.Add(Begun(market, pool, user, health));
            }
        }

        await log.TellAllAsync(begun, cancel).ConfigureAwait(false);
        return verdicts;
    }

    /// <summary>Why the position, which may be liquidated or has an auction, is no case; null where it is one.</summary>
    private string? Judge(PoolMarket market, PoolSnapshot pool, SCAddress user, Positions positions, bool hasAuction, Health? health)
    {
        if (PositionRows.WhyNever(pool, user, options) is { } never)
        {
            return never;
        }

        if (hasAuction || health is not { } bad)
        {
            return null;
        }

        // An auction opened at a price that is not believed would harm the borrower and help nobody.
        foreach (var (asset, doubt) in breaker.Distrusted)
        {
            if (market.ReserveOf(asset) is { Config.Index: var index } && (positions.Collateral.Has(index) || positions.Liabilities.Has(index)))
            {
                return string.Create(CultureInfo.InvariantCulture, $"HF {bad.Factor} < 1, but the breaker is tripped for {asset}: {doubt}");
            }
        }

        return AuctionPlanner.Decide(market, positions, FillDesk.Limits) is AuctionDecision.Impossible(var reason)
            ? $"HF {bad.Factor} < 1, but {reason}"
            : null;
    }

    private (KeeperEvent Happened, LiquidationCase Stands) Begun(PoolMarket market, PoolSnapshot pool, SCAddress user, Health? health) => (
        new KeeperEvent.Detected(
            health?.Factor ?? default, market.ToWorth(health?.CollateralRaw ?? 0, Rounding.Down), market.ToWorth(health?.LiabilityRaw ?? 0, Rounding.Up)),
        new LiquidationCase
        {
            Id = log.NewId(),
            Keeper = options.Account,
            Pool = pool.Pool,
            Borrower = user.ToString(),
            Mode = options.Mode,
            State = new CaseState.Detected(),
            DetectedAt = pool.Ledger,
        });
}
