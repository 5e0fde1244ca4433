using CsCheck;
using Nectar.Web.Demo;

namespace Nectar.Tests.Web.Demo;

public sealed class PricePathTests
{
    private static readonly Gen<(ulong Seed, uint Slot)> slots = Gen.Select(Gen.ULong, Gen.UInt[0, 100_000]);

    [Fact]
    public void The_same_seed_gives_the_same_prices_and_another_seed_others()
    {
        var rounds = Enumerable.Range(0, 600).Select(r => (uint)r).ToArray();

        Assert.Equal(rounds.Select(r => new PricePath(7).PoolPriceE7(0, r)), rounds.Select(r => new PricePath(7).PoolPriceE7(0, r)));
        Assert.NotEqual(rounds.Select(r => new PricePath(7).PoolPriceE7(0, r)), rounds.Select(r => new PricePath(8).PoolPriceE7(0, r)));
    }

    [Fact]
    public void A_seeds_first_prices_stay_what_they_are() =>
        Assert.Equal(
            [601_620_000_000, 594_534_600_000, 581_301_600_000, 566_481_600_000, 595_500_000_000],
            new uint[] { 0, 3, 10, 100, 29_999 }.Select(r => new PricePath(20_260_222).MarketPriceE7(0, r)));

    [Fact]
    public void Market_prices_stay_near_their_anchors() =>
        Gen.Select(Gen.ULong, Gen.UInt[0, 3_000_000], Gen.Int[0, 2]).Sample((seed, round, asset) =>
        {
            var ratio = (Int128)new PricePath(seed).MarketPriceE7(asset, round) * 10_000 / DemoAsset.Collateral[asset].AnchorE7;
            return ratio >= 10_000 - 190 - 600 && ratio <= 10_190;
        });

    [Fact]
    public void A_market_price_moves_less_than_three_percent_from_round_to_round() =>
        Gen.Select(Gen.ULong, Gen.UInt[0, 3_000_000], Gen.Int[0, 2]).Sample((seed, round, asset) =>
        {
            var path = new PricePath(seed);
            var (one, next) = ((Int128)path.MarketPriceE7(asset, round), (Int128)path.MarketPriceE7(asset, round + 1));
            return Int128.Abs(next - one) * 10_000 <= one * 300;
        });

    [Fact]
    public void The_pools_feed_tells_the_markets_price_but_in_the_middle_of_a_jump() =>
        slots.Sample((seed, slot) =>
        {
            var path = new PricePath(seed);
            var jump = new MarketSlots(seed).SceneOf(slot) == MarketScene.Jump;
            var first = slot * MarketSlots.RoundsPerSlot;
            for (var asset = 0; asset < DemoAsset.Collateral.Count; asset++)
            {
                var wrong = Enumerable.Range(0, (int)MarketSlots.RoundsPerSlot).Select(p => first + (uint)p)
                    .Where(r => path.PoolPriceE7(asset, r) != path.MarketPriceE7(asset, r)).ToArray();
                Assert.Equal(jump && asset == MarketSlots.AssetOf(slot) ? 5 : 0, wrong.Length);
                Assert.All(wrong, r => Assert.Equal((long)((Int128)path.MarketPriceE7(asset, r) * 13 / 10), path.PoolPriceE7(asset, r)));
            }
        });

    [Fact]
    public void Only_the_slots_own_asset_falls_and_only_where_the_scene_says_so() =>
        slots.Sample((seed, slot) =>
        {
            var path = new PricePath(seed);
            var first = slot * MarketSlots.RoundsPerSlot;
            var depth = new MarketSlots(seed).SceneOf(slot) switch { MarketScene.Calm => 0, MarketScene.DeepDip => 600, _ => 300 };
            for (var asset = 0; asset < DemoAsset.Collateral.Count; asset++)
            {
                var expected = asset == MarketSlots.AssetOf(slot) ? depth : 0;
                var (before, low) = ((Int128)path.MarketPriceE7(asset, first), (Int128)path.MarketPriceE7(asset, first + 10));
                var fell = (before - low) * 10_000 / before;
                // The fast drift may add or take 80 basis points, the slow one 7.
                Assert.InRange((int)fell, expected - 90, expected + 90);
            }
        });
}
