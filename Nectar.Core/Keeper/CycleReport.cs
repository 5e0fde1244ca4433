using Nectar.Core.Contracts.Pool;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>Tells how a cycle ended, with the reasons why nothing more happened; not again while nothing changes.</summary>
internal sealed class CycleReport(CaseLog log, CaseWork work, CircuitBreaker breaker, PositionMonitor monitor, KeeperOptions options)
{
    private const int MostReasons = 10;

    // A week of ledgers: as far as a forecast by interest alone means anything.
    private const uint Horizon = 120_960;

    private string lastTold = "";
    private LedgerNumber lastLedger;

    public async Task<CycleView> TellAsync(PoolSnapshot pool, IReadOnlyDictionary<SCAddress, string> verdicts, CancellationToken cancel)
    {
        List<PositionRow> rows = [.. PositionRows.Of(pool, verdicts, options).Select(row => log.Of(row.Borrower) is { } stands
            ? row with { Verdict = Verdict(stands, row.Verdict), CaseId = stands.Id }
            : row)];
        var indebted = rows.Where(r => r.Health is not null).ToList();
        var ended = new KeeperEvent.CycleEnded(
            monitor.Known,
            indebted.Count,
            indebted.Count(r => r.Health.IsUnderWater()),
            log.Open.Count,
            indebted.FirstOrDefault()?.Health,
            NextDue(pool, rows),
            rows.Count == 0
                ? [new WhyNot(null, $"none of {monitor.Known} known borrowers owes anything")]
                : [.. rows.Take(MostReasons).Select(r => new WhyNot(r.Borrower, r.Verdict))]);

        // Health moves a little with every ledger; what counts as a change is who stands where.
        var told = string.Join('|', ended.Borrowers, ended.Indebted, ended.Liquidatable, ended.OpenCases, string.Join(',', log.Open.Select(c => c.State.Name)));
        if (told != lastTold || pool.Ledger.Value >= (ulong)lastLedger.Value + KeeperEvent.CycleEnded.QuietLedgers)
        {
            await log.TellAsync(ended, cancel).ConfigureAwait(false);
            (lastTold, lastLedger) = (told, pool.Ledger);
        }

        return new CycleView(pool.Ledger, rows, Prices(pool), log.Open);
    }

    private string Verdict(LiquidationCase stands, string found) => stands.State switch
    {
        CaseState.AuctionOpen => work.Plan(stands) ?? found,
        CaseState.Stuck(var reason) => reason,
        CaseState.Detected => found,
        var state => $"in hand: {state.Name}",
    };

    private LedgerNumber? NextDue(PoolSnapshot pool, List<PositionRow> rows)
    {
        var dues = log.Open.Select(work.Due).Where(d => d > pool.Ledger).ToList();
        // The lowest healthy one is the next that interest reaches, as a rule: one forecast a cycle is enough.
        if (rows.FirstOrDefault(r => r.Health >= Ratio.One) is { } nearest
            && HealthForecast.DueLedger(pool, pool.Positions[SCAddress.Parse(nearest.Borrower)], monitor.Pace.Milliseconds, Horizon) is { } due)
        {
            dues.Add(due);
        }

        return dues.Count == 0 ? null : dues.Min();
    }

    private List<PriceRow> Prices(PoolSnapshot pool)
    {
        var market = PoolMarket.At(pool, pool.CloseTimeSeconds);
        var distrusted = breaker.Distrusted;
        return [.. pool.Reserves.Select(r => pool.Prices.TryGetValue(r.Asset, out var price)
            ? new PriceRow(r.Asset, market.ToWorth(price.Price, Rounding.Down), DateTimeOffset.FromUnixTimeSeconds((long)price.TimestampSeconds), distrusted.GetValueOrDefault(r.Asset))
            {
                Age = TimeSpan.FromSeconds((long)pool.CloseTimeSeconds - (long)price.TimestampSeconds),
            }
            : new PriceRow(r.Asset, null, null, distrusted.GetValueOrDefault(r.Asset)))];
    }
}
