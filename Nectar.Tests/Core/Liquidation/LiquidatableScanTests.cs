using CsCheck;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Liquidation;

namespace Nectar.Tests.Core.Liquidation;

public sealed class LiquidatableScanTests
{
    private static readonly Gen<Int128> rates = Gen.OneOf(Gen.Long[900_000_000_000, 3_000_000_000_000], Gen.Long[1, 4_000_000_000_000_000_000]).Select(r => (Int128)r);
    private static readonly Gen<uint> factors = Gen.OneOf(Gen.UInt[5_000_000, 10_000_000], Gen.UInt[0, 10_000_000]);

    // Seven or fourteen decimals, from a ten-thousandth of a dollar to ten thousand; now and then none at all, or far beyond.
    private static readonly Gen<Int128> prices = Gen.OneOf(Gen.Long[1_000, 100_000_000_000], Gen.Long[0, 3], Gen.Long[1, long.MaxValue]).Select(p => (Int128)p);

    private static readonly Gen<PoolMarket> markets = Gen
        .Select(Gen.Select(rates, rates, factors, factors, prices, Gen.Int[0, 4].Select(i => new[] { 7u, 7u, 18u, 2u, 0u }[i])).List[1, 5], Gen.Bool.Select(b => b ? 7u : 14u))
        .Select(p =>
        {
            var pool = p.Item1.Aggregate(new PoolBuilder { OracleDecimals = p.Item2 }, (built, r) => built.With(r.Item1, r.Item2, r.Item3, r.Item4, r.Item5, r.Item6));
            return PoolMarket.At(pool.Build(), 0);
        });

    private static readonly Gen<Int128> amounts = Gen.Frequency(
        (8, Gen.Long[0, 1_000_000_000_000].Select(a => (Int128)a)),
        (4, Gen.Int[0, 50].Select(a => (Int128)a)),
        (1, Gen.Select(Gen.Long, Gen.ULong, (high, low) => ((Int128)high << 64) | low)),
        (1, Gen.Long.Select(a => (Int128)a)));

    // An index beyond the reserves is among them.
    private static readonly Gen<Amounts<uint>> held = Gen.Select(Gen.UInt[0, 5], amounts).List[0, 4].Select(all => new Amounts<uint>(all.DistinctBy(a => a.Item1).Select(a => KeyValuePair.Create(a.Item1, a.Item2))));

    private static readonly Gen<Positions> positions = Gen.Select(held, held, (has, owes) => new Positions(has, owes, []));

    [Fact]
    public void It_says_what_the_sums_say_of_any_position_in_any_market() => Gen.Select(markets, positions)
        .Sample((market, account) => Assert.Equal(BySums(market, account), ByScan(market, account)), iter: 50_000);

    [Fact]
    public void It_says_so_within_a_few_units_of_the_edge_too() => Gen.Select(markets, held, Gen.Int[-40, 40]).Sample((market, has, off) =>
    {
        // So many debts of the first reserve as the collateral just bears, and a few more or fewer.
        if (Outcome(() => market.HealthOf(new Positions(has, PoolBuilder.At((0, 1)), []))) is not (HealthReading.Known { Health: var health }, _))
        {
            return;
        }

        var (few, many) = (Int128.Zero, (Int128)1 << 90);
        while (many - few > 1)
        {
            var middle = (few + many) / 2;
            var isTooMuch = Outcome(() => market.OfLiability(0, middle).LiabilityBase) is var (owes, failed) && (failed is not null || owes > health.CollateralBase);
            (few, many) = isTooMuch ? (few, middle) : (middle, many);
        }

        for (var debt = few + off; debt < few + off + 4; debt++)
        {
            var account = new Positions(has, PoolBuilder.At((0, debt)), []);
            Assert.Equal(BySums(market, account), ByScan(market, account));
        }
    }, iter: 3_000);

    [Fact]
    public void Ordinary_positions_need_no_sums_unless_they_are_on_the_edge()
    {
        var market = PoolMarket.At(
            new PoolBuilder { OracleDecimals = 14 }.With(1_020_000_000_000, 1_050_000_000_000, 9_000_000, 9_500_000, 100_000_000_000_000)
                .With(1_000_000_000_000, 1_000_000_000_000, 7_500_000, 7_500_000, 33_000_000_000_000).Build(), 0);
        var screen = new HealthScreen(market);

        bool? Of(Int128 debt) => screen.IsLiquidatable(new Positions(PoolBuilder.At((1, 100_000_0000000)), PoolBuilder.At((0, debt)), []));

        // 24,750 dollars of collateral bear 22,392.8571428 dTokens; two ten-thousandths of a dollar on either side are clear.
        Assert.False(Of(22_392_8570000));
        Assert.Null(Of(22_392_8571428));
        Assert.True(Of(22_392_8573000));
        Assert.False(Of(1));
        Assert.False(screen.IsLiquidatable(new Positions(PoolBuilder.At((1, 1)), [], [])));
    }

    [Fact]
    public void Many_are_told_in_their_order()
    {
        var market = PoolMarket.At(new PoolBuilder().With(1_000_000_000_000, 1_000_000_000_000, 9_000_000, 9_000_000, 1_0000000).Build(), 0);
        List<Positions> many = [.. Enumerable.Range(0, 20_001).Select(i => new Positions(PoolBuilder.At((0, 1_000)), PoolBuilder.At((0, i % 7 == 0 ? 900 : 700)), []))];

        Assert.Equal(many.Select(p => p.Liabilities[0] == 900), LiquidatableScan.Of(market, many));
    }

    private static (bool, Type?) BySums(PoolMarket market, Positions account) => Outcome(() => market.HealthOf(account) is HealthReading.Known { Health.IsLiquidatable: true });

    private static (bool, Type?) ByScan(PoolMarket market, Positions account) => Outcome(() => LiquidatableScan.Of(market, [account])[0]);

    private static (T?, Type?) Outcome<T>(Func<T> of)
    {
        try
        {
            return (of(), null);
        }
        catch (ArithmeticException problem)
        {
            return (default, problem.GetType());
        }
    }
}
