using CsCheck;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Liquidation;

namespace Nectar.Tests.Core.Liquidation;

public sealed class AuctionPlannerTests
{
    private static readonly AuctionLimits roomy = new(8, 8);

    // Three examples of Blend's own tests.
    [Fact]
    public void Blends_first_example_comes_out_to_the_last_unit()
    {
        var market = Market(new PoolBuilder()
            .With(1_100_000_000_000, 1_000_000_000_000, 8_500_000, 9_000_000, 20_000_000)
            .With(1_200_000_000_000, 1_000_000_000_000, 7_500_000, 7_500_000, 40_000_000)
            .With(1_000_000_000_000, 1_000_000_000_000, 0, 7_000_000, 500_000_000)
            .NeverAccrued(1_000_000_000, 750_000_000));
        var positions = new Positions(PoolBuilder.At((0, 909_100_000), (1, 45_800_000)), PoolBuilder.At((2, 27_500_000)), []);

        var size = AuctionSize.Of(market, positions, [0, 1], [2], 45);

        Assert.Equal(AuctionVerdict.Accepted, size.Verdict);
        Assert.Equal(PoolBuilder.At((2, 12_375_000)), size.Taken.Liabilities);
        Assert.Equal(PoolBuilder.At((0, 305_595_329), (1, 15_395_739)), size.Taken.Collateral);
        Assert.Equal("1.1458", size.After.Factor.ToString());
    }

    [Fact]
    public void Blends_example_of_some_of_the_positions_comes_out_to_the_last_unit()
    {
        var positions = new Positions(PoolBuilder.At((0, 500_000_000), (1, 300_000_000)), PoolBuilder.At((0, 300_000_000), (1, 200_000_000)), []);

        var size = AuctionSize.Of(Market(TwoReserves()), positions, [1], [0], 85);

        Assert.Equal(PoolBuilder.At((0, 255_000_000)), size.Taken.Liabilities);
        Assert.Equal(PoolBuilder.At((1, 139_293_750)), size.Taken.Collateral);
    }

    [Fact]
    public void A_hundred_percent_of_some_of_the_positions_is_not_a_full_liquidation()
    {
        var positions = new Positions(PoolBuilder.At((0, 1_000_000_000)), PoolBuilder.At((0, 400_000_000), (1, 150_000_000)), []);

        var size = AuctionSize.Of(Market(TwoReserves()), positions, [0], [1], 100);

        Assert.Equal(PoolBuilder.At((1, 150_000_000)), size.Taken.Liabilities);
        Assert.Equal(PoolBuilder.At((0, 418_806_900)), size.Taken.Collateral);
    }

    [Fact]
    public void A_healthy_position_is_told_with_its_health_factor()
    {
        var positions = new Positions(PoolBuilder.At((0, 1_000_000_000)), PoolBuilder.At((1, 200_000_000)), []);

        var decision = AuctionPlanner.Decide(Market(TwoReserves()), positions, roomy);

        Assert.Equal("HF 1.3485 ≥ 1", Assert.IsType<AuctionDecision.Healthy>(decision).Reason);
    }

    [Fact]
    public void At_exact_equality_Blend_does_not_liquidate_and_neither_do_we()
    {
        var market = Market(new PoolBuilder()
            .With(1_000_000_000_000, 1_000_000_000_000, 5_000_000, 5_000_000, 10_000_000)
            .With(1_000_000_000_000, 1_000_000_000_000, 5_000_000, 5_000_000, 10_000_000));

        Assert.IsType<AuctionDecision.Healthy>(AuctionPlanner.Decide(market, Owing(100_000_000), roomy));
        Assert.IsNotType<AuctionDecision.Healthy>(AuctionPlanner.Decide(market, Owing(100_000_001), roomy));

        static Positions Owing(Int128 debt) => new(PoolBuilder.At((0, 400_000_000)), PoolBuilder.At((1, debt)), []);
    }

    [Fact]
    public void Supply_that_is_no_collateral_secures_nothing()
    {
        var bad = new Positions(PoolBuilder.At((0, 100_000_000)), PoolBuilder.At((1, 200_000_000)), PoolBuilder.At((1, 9_000_000_000)));

        Assert.IsNotType<AuctionDecision.Healthy>(AuctionPlanner.Decide(Market(TwoReserves()), bad, roomy));
    }

    [Fact]
    public void A_position_deep_under_water_is_auctioned_whole()
    {
        var positions = new Positions(PoolBuilder.At((0, 100_000_000)), PoolBuilder.At((1, 200_000_000)), []);

        var open = Assert.IsType<AuctionDecision.Open>(AuctionPlanner.Decide(Market(TwoReserves()), positions, roomy));

        Assert.InRange(open.Percent, 96u, 100u);
        Assert.Equal(200_000_000, open.Bid[PoolBuilder.Asset(1)]);
        Assert.Equal(100_000_000, open.Lot[PoolBuilder.Asset(0)]);
    }

    [Fact]
    public void Collateral_that_is_worth_nothing_need_not_be_in_an_auction_of_all()
    {
        var market = Market(TwoReserves().With(1_050_000_000_000, 1_020_000_000_000, 6_000_000, 8_000_000, 700_000));
        var positions = new Positions(PoolBuilder.At((0, 100_000_000), (2, 1)), PoolBuilder.At((1, 200_000_000)), []);

        var size = AuctionSize.Of(market, positions, [0], [1], 100);

        Assert.Equal(AuctionVerdict.Accepted, size.Verdict);
        Assert.Equal(positions with { Collateral = PoolBuilder.At((0, 100_000_000)) }, size.Taken);
    }

    [Fact]
    public void A_missing_price_is_a_reason_and_no_verdict()
    {
        var snapshot = TwoReserves().Build();
        var market = PoolMarket.At(snapshot, snapshot.CloseTimeSeconds + 86_401);
        var positions = new Positions(PoolBuilder.At((0, 100_000_000)), PoolBuilder.At((1, 200_000_000)), []);

        var decision = AuctionPlanner.Decide(market, positions, roomy);

        Assert.Contains("no usable price", Assert.IsType<AuctionDecision.Impossible>(decision).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_opened_is_accepted_by_the_pool_and_fits_the_limits() =>
        Gen.Select(Gen.Long[1_000_000, 100_000_000_000], Gen.Long[1_000_000, 100_000_000_000], Gen.Long[1_000_000, 100_000_000_000], Gen.Int[1, 3], Gen.Int[1, 2])
            .Sample((first, second, debt, maxLots, maxBids) =>
            {
                var market = Market(TwoReserves().With(1_050_000_000_000, 1_020_000_000_000, 6_000_000, 8_000_000, 700_000));
                var positions = new Positions(PoolBuilder.At((0, first), (2, second)), PoolBuilder.At((1, debt), (2, debt / 3 + 1)), []);
                if (AuctionPlanner.Decide(market, positions, new AuctionLimits(maxLots, maxBids)) is not AuctionDecision.Open open)
                {
                    return;
                }

                uint[] lots = [.. open.Lot.Keys.Select(a => market.ReserveOf(a)!.Config.Index)];
                uint[] bids = [.. open.Bid.Keys.Select(a => market.ReserveOf(a)!.Config.Index)];
                Assert.True(lots.Length <= maxLots && bids.Length <= maxBids);
                Assert.Equal(AuctionVerdict.Accepted, AuctionSize.Of(market, positions, lots, bids, open.Percent).Verdict);
            });

    private static PoolBuilder TwoReserves() => new PoolBuilder()
        .With(1_100_000_000_000, 1_150_000_000_000, 8_500_000, 9_000_000, 20_000_000)
        .With(1_200_000_000_000, 1_300_000_000_000, 8_000_000, 7_500_000, 40_000_000);

    private static PoolMarket Market(PoolBuilder pool)
    {
        var snapshot = pool.Build();
        return PoolMarket.At(snapshot, snapshot.CloseTimeSeconds);
    }
}
