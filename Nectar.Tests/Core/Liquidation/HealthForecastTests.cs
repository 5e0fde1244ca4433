using CsCheck;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Liquidation;

public sealed class HealthForecastTests
{
    private const uint LedgerMilliseconds = 5_000;
    private const uint Week = 120_960;
    private const long Debt = 1_000_000_000_000;

    // Half of what is supplied of asset 1 is borrowed; asset 0 counts for its whole worth.
    private static readonly PoolSnapshot pool = new PoolBuilder()
        .With(1_000_000_000_000, 1_000_000_000_000, 10_000_000, 10_000_000, 10_000_000)
        .With(1_000_000_000_000, 1_000_000_000_000, 10_000_000, 10_000_000, 10_000_000)
        .NeverAccrued(4 * Debt, 2 * Debt)
        .Build();

    [Fact]
    public void The_ledger_foretold_is_the_first_in_which_interest_makes_the_position_liquidatable() =>
        Gen.Long[Debt, Debt + (Debt / 2_000)].Sample(collateral =>
        {
            var positions = Owing(collateral);
            if (HealthForecast.DueLedger(pool, positions, LedgerMilliseconds, Week) is { } due)
            {
                var ledgers = due.Value - pool.Ledger.Value;
                Assert.True(IsBad(positions, ledgers));
                Assert.False(ledgers > 0 && IsBad(positions, ledgers - 1));
            }
            else
            {
                Assert.False(IsBad(positions, Week));
            }
        });

    [Fact]
    public void More_collateral_lasts_longer_and_enough_of_it_beyond_the_horizon()
    {
        var nearly = HealthForecast.DueLedger(pool, Owing(Debt + (Debt / 50_000)), LedgerMilliseconds, Week)!.Value;
        var longer = HealthForecast.DueLedger(pool, Owing(Debt + (Debt / 10_000)), LedgerMilliseconds, Week)!.Value;

        Assert.InRange(nearly.Value, pool.Ledger.Value + 1, longer.Value - 1);
        Assert.Null(HealthForecast.DueLedger(pool, Owing(2 * Debt), LedgerMilliseconds, Week));
    }

    [Fact]
    public void What_may_be_liquidated_already_is_due_now_and_without_debt_never() =>
        Assert.Equal(
            (pool.Ledger, (LedgerNumber?)null),
            (HealthForecast.DueLedger(pool, Owing(Debt - (Debt / 100)), LedgerMilliseconds, Week)!.Value,
            HealthForecast.DueLedger(pool, new Positions(PoolBuilder.At((0, Debt)), [], []), LedgerMilliseconds, Week)));

    private static Positions Owing(long collateral) => new(PoolBuilder.At((0, collateral)), PoolBuilder.At((1, Debt)), []);

    // With the prices told anew: nobody may be liquidated at those that are a day old.
    private static bool IsBad(Positions positions, uint ledgers)
    {
        var then = pool.CloseTimeSeconds + ((ulong)ledgers * LedgerMilliseconds / 1_000);
        var told = pool with { Prices = pool.Prices.ToDictionary(p => p.Key, p => p.Value with { TimestampSeconds = then }) };
        return PoolMarket.At(told, then).HealthOf(positions) is HealthReading.Known { Health.IsLiquidatable: true };
    }
}
