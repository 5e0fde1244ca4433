using System.Globalization;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>Looks at every position: which is a case, and why the others are none.</summary>
internal sealed class CaseFinder(CaseLog log, CircuitBreaker breaker, KeeperOptions options)
{
    /// <summary>Opens cases for what may be liquidated and has none yet; gives everybody in debt with a verdict, lowest health first.</summary>
    public async Task<IReadOnlyList<PositionRow>> FindAsync(PoolSnapshot pool, bool isStopping, CancellationToken cancel)
    {
        var market = PoolMarket.At(pool, pool.CloseTimeSeconds);
        var rows = new List<PositionRow>();
        var accounts = pool.Positions.ToArray();
        var liquidatable = LiquidatableScan.Of(market, Array.ConvertAll(accounts, a => a.Value));
        for (var i = 0; i < accounts.Length; i++)
        {
            var (user, positions) = accounts[i];
            var hasAuction = pool.Auctions.ContainsKey(new AuctionKey(AuctionType.UserLiquidation, user));
            if (positions.Liabilities.Count == 0 && !hasAuction)
            {
                continue;
            }

            var borrower = user.ToString();
            var (verdict, health) = Judge(market, pool, user, positions, hasAuction, liquidatable[i]);
            var stands = log.Of(borrower);
            if (verdict is null && stands is null && !isStopping)
            {
                stands = await BeginAsync(market, pool, borrower, health, cancel).ConfigureAwait(false);
            }

            rows.Add(new PositionRow(
                borrower,
                health?.Factor,
                market.ToWorth(health?.CollateralRaw ?? 0, Rounding.Down),
                market.ToWorth(health?.LiabilityRaw ?? 0, Rounding.Up),
                verdict ?? (isStopping ? "may be liquidated, but the keeper is paused or stopping" : "may be liquidated"),
                stands?.Id));
        }

        return [.. rows.OrderBy(r => r.Health?.Value ?? Int128.MaxValue).ThenBy(r => r.Borrower, StringComparer.Ordinal)];
    }

    /// <summary>Why the position is no case; null where it is one.</summary>
    private (string? Verdict, Health? Health) Judge(PoolMarket market, PoolSnapshot pool, SCAddress user, Positions positions, bool hasAuction, bool isLiquidatable)
    {
        var reading = market.HealthOf(positions);
        var health = (reading as HealthReading.Known)?.Health;
        if (user == pool.Backstop)
        {
            return ("the backstop holds bad debt and cannot be liquidated", health);
        }

        if (user == SCAddress.From(options.Account) || user == SCAddress.From(options.Vault))
        {
            return ("our own position", health);
        }

        if (hasAuction)
        {
            return (null, health);
        }

        if (reading is HealthReading.Unpriced(var missing))
        {
            return (missing, null);
        }

        if (health is not { } bad || !isLiquidatable)
        {
            return (health is null ? "nothing is owed" : $"HF {health.Value.Factor} ≥ 1", health);
        }

        // An auction opened at a price that is not believed would harm the borrower and help nobody.
        foreach (var (asset, doubt) in breaker.Distrusted)
        {
            if (market.ReserveOf(asset) is { Config.Index: var index } && (positions.Collateral.Has(index) || positions.Liabilities.Has(index)))
            {
                return (string.Create(CultureInfo.InvariantCulture, $"HF {bad.Factor} < 1, but the breaker is tripped for {asset}: {doubt}"), health);
            }
        }

        return AuctionPlanner.Decide(market, positions, FillDesk.Limits) is AuctionDecision.Impossible(var reason)
            ? ($"HF {bad.Factor} < 1, but {reason}", health)
            : (null, health);
    }

    private Task<LiquidationCase> BeginAsync(PoolMarket market, PoolSnapshot pool, string borrower, Health? health, CancellationToken cancel) => log.TellAsync(
        new KeeperEvent.Detected(
            health?.Factor ?? default, market.ToWorth(health?.CollateralRaw ?? 0, Rounding.Down), market.ToWorth(health?.LiabilityRaw ?? 0, Rounding.Up)),
        new LiquidationCase
        {
            Id = log.NewId(),
            Keeper = options.Account,
            Pool = pool.Pool,
            Borrower = borrower,
            Mode = options.Mode,
            State = new CaseState.Detected(),
            DetectedAt = pool.Ledger,
        },
        cancel);
}
