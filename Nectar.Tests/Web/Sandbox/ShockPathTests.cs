using Nectar.Core.Keeper;
using Nectar.Tests.Support;
using Nectar.Web.Demo;
using Nectar.Web.Sandbox;

namespace Nectar.Tests.Web.Sandbox;

public sealed class ShockPathTests
{
    [Fact]
    public void Prices_are_the_drifts_until_the_fall_and_the_drifts_less_the_fall_from_then_on()
    {
        var (drift, path) = (new PriceDrift(7), new ShockPath(new Shock(1, 18, 7)));

        Assert.All([0u, 1u, ShockPath.FallFrom - 1], round => Assert.Equal(drift.PriceE7(1, round, 0), path.MarketPriceE7(1, round)));
        Assert.All([path.FallenFrom, 50u, 400u], round => Assert.Equal(drift.PriceE7(1, round, 1_800), path.MarketPriceE7(1, round)));
        Assert.All(Enumerable.Range(0, 60), round => Assert.Equal(drift.PriceE7(0, (uint)round, 0), path.MarketPriceE7(0, (uint)round)));
    }

    [Fact]
    public void Both_feeds_tell_the_same() =>
        Assert.All(Enumerable.Range(0, 20), round => Assert.Equal(Path(2, 30, 9).MarketPriceE7(2, (uint)round), Path(2, 30, 9).PoolPriceE7(2, (uint)round)));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(17, 1)]
    [InlineData(18, 2)]
    [InlineData(29, 2)]
    [InlineData(30, 3)]
    [InlineData(50, 5)]
    public void The_fall_takes_as_few_steps_as_it_can(int percent, uint steps) => Assert.Equal(ShockPath.FallFrom + steps - 1, Path(0, percent, 1).FallenFrom);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void No_step_of_any_fall_is_so_large_that_a_breaker_trips(int asset)
    {
        var most = new KeeperOptions
        {
            Key = DemoPeople.KeyOf("alpha"),
            Registry = Samples.Network().Registry,
            Vault = Samples.Network().Vault,
        }.MaxPriceJump.Value;
        for (var percent = Shock.LeastPercent; percent <= Shock.MostPercent; percent++)
        {
            for (var seed = 0ul; seed < 20; seed++)
            {
                var path = Path(asset, percent, seed);
                for (var round = 0u; round < path.FallenFrom + 3; round++)
                {
                    var (from, to) = (path.PoolPriceE7(asset, round), path.PoolPriceE7(asset, round + 1));
                    Assert.True((from - to) * 10_000 < most * from, $"{percent} %, round {round} of seed {seed}: from {from} to {to}");
                }
            }
        }
    }

    private static ShockPath Path(int asset, int percent, ulong seed) => new(new Shock(asset, percent, seed));
}
