using CsCheck;
using Nectar.Web.Demo;

namespace Nectar.Tests.Web.Demo;

public sealed class MarketSlotsTests
{
    [Fact]
    public void The_first_slot_is_a_dip_whatever_the_seed() =>
        Gen.ULong.Sample(seed => new MarketSlots(seed).SceneOf(0) == MarketScene.Dip);

    [Fact]
    public void Every_block_of_ten_slots_has_each_scene_its_share() =>
        Gen.Select(Gen.ULong, Gen.UInt[0, 1_000_000]).Sample((seed, block) =>
        {
            var slots = new MarketSlots(seed);
            var scenes = Enumerable.Range(0, 10).Select(i => slots.SceneOf((block * 10) + (uint)i)).CountBy(s => s).ToDictionary();
            return scenes[MarketScene.Dip] == 6 && scenes[MarketScene.DeepDip] == 2 && scenes[MarketScene.Calm] == 1 && scenes[MarketScene.Jump] == 1;
        });

    [Fact]
    public void The_order_of_scenes_follows_from_the_seed() =>
        Assert.True(Enumerable.Range(0, 50).Select(s => string.Join(',', Enumerable.Range(0, 20).Select(i => new MarketSlots((ulong)s).SceneOf((uint)i)))).Distinct().Count() > 45);

    [Fact]
    public void A_slot_leaves_an_auction_the_ledgers_that_it_needs_to_pay()
    {
        // Opened in the round after the fall; with an incentive of at least 1.14 it breaks even 176 ledgers later at the latest.
        var opened = (PricePath.FallFrom + 3) * MarketSlots.LedgersPerRound;
        Assert.True(opened + 190 <= PricePath.RiseFrom * MarketSlots.LedgersPerRound);
    }
}
