using System.Text.Json;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Tests.Core.Liquidation.Blend;

/// <summary>What we reckon, against what a real Blend v2 pool answered in random states, to the last unit.</summary>
public sealed class BlendStateTests
{
    [Fact]
    public void There_are_five_hundred_states_with_an_auction_and_some_without() =>
        Assert.True(BlendState.All.Count(s => s.Opened is not null) >= 500 && BlendState.All.Any(s => s.Opened is null));

    [Fact]
    public void Sums_and_health_are_the_pools()
    {
        foreach (var state in BlendState.All)
        {
            var told = state.Line.GetProperty("health");
            var health = Assert.IsType<HealthReading.Known>(state.Now.HealthOf(state.Positions)).Health;

            Assert.True(BlendState.Number(told.GetProperty("collateral")) == health.CollateralBase, $"collateral, {state}");
            Assert.True(BlendState.Number(told.GetProperty("liabilities")) == health.LiabilityBase, $"liabilities, {state}");
            Assert.Equal(BlendState.Number(told.GetProperty("factor")) * FixedPoint.E7 / state.Now.OracleScalar, health.Factor!.Value.Value);
        }
    }

    [Fact]
    public void Reserves_accrue_as_the_pool_tells_them_later()
    {
        foreach (var state in BlendState.All)
        {
            var later = state.Line.GetProperty("later");
            var market = PoolMarket.At(state.Snapshot, state.Snapshot.CloseTimeSeconds + later.GetProperty("seconds").GetUInt64());
            var told = later.GetProperty("reserves").EnumerateArray().Select(r => XdrCodec.FromBase64<SCVal>(r.GetString()!)).ToList();

            Assert.Equal(told.Select(Reserve.FromSCVal), market.Reserves);
            Assert.Equal(told, market.Reserves.Select(r => r.ToSCVal()));
        }
    }

    [Fact]
    public void Every_percent_of_an_auction_is_judged_as_the_pool_judges_it()
    {
        var answers = new HashSet<int?>();
        foreach (var (state, offer) in Offers())
        {
            foreach (var range in offer.GetProperty("answers").EnumerateArray())
            {
                int? told = range[2].ValueKind == JsonValueKind.Null ? null : range[2].GetInt32();
                answers.Add(told);
                for (var percent = range[0].GetUInt32(); percent <= range[1].GetUInt32(); percent++)
                {
                    Assert.True(told == Answer(state, offer, percent), $"{percent} %: the pool says {told}, {state}");
                }
            }
        }

        Assert.Equal([0, (int)PoolError.InvalidLiquidation, (int)PoolError.InvalidLiqTooLarge, (int)PoolError.InvalidLiqTooSmall], answers.Order());
    }

    [Fact]
    public void The_smallest_and_the_largest_auction_hold_what_the_pool_put_in()
    {
        foreach (var (state, offer) in Offers())
        {
            foreach (var told in new[] { offer.GetProperty("smallest"), offer.GetProperty("largest") }.Where(o => o.ValueKind == JsonValueKind.Object))
            {
                var size = SizeOf(state, offer, told.GetProperty("percent").GetUInt32());

                Assert.Equal(AuctionVerdict.Accepted, size.Verdict);
                Assert.Equal(BlendState.AuctionOf(told.GetProperty("auction")), AuctionOf(state, size));
            }
        }
    }

    [Fact]
    public void A_stored_auction_is_what_was_reckoned()
    {
        foreach (var state in BlendState.All.Where(s => s.Opened is not null))
        {
            var opened = state.Line.GetProperty("auction");
            var offer = state.Line.GetProperty("offers")[opened.GetProperty("offer").GetInt32()];

            Assert.Equal(state.Opened, AuctionOf(state, SizeOf(state, offer, opened.GetProperty("percent").GetUInt32())));
        }
    }

    [Fact]
    public void Lot_and_bid_move_with_the_ledgers_as_the_pools_fills_tell()
    {
        foreach (var state in BlendState.All.Where(s => s.Opened is not null))
        {
            var points = state.Line.GetProperty("curve").EnumerateArray().ToList();

            Assert.Equal(12, points.Count);
            foreach (var point in points)
            {
                var part = AuctionCurve.Fill(state.Opened!, state.Opened!.Start.Plus(point.GetProperty("ledgers").GetUInt32()), 100);

                Assert.Equal(BlendState.AmountsOf(point.GetProperty("bid")), part.Bid);
                Assert.Equal(BlendState.AmountsOf(point.GetProperty("lot")), part.Lot);
            }
        }
    }

    private static IEnumerable<(BlendState State, JsonElement Offer)> Offers() =>
        BlendState.All.SelectMany(s => s.Line.GetProperty("offers").EnumerateArray().Select(o => (s, o)));

    private static AuctionSize SizeOf(BlendState state, JsonElement offer, uint percent) => AuctionSize.Of(
        state.Now, state.Positions, state.Indexes(offer.GetProperty("lot")), state.Indexes(offer.GetProperty("bid")), percent);

    private static AuctionData AuctionOf(BlendState state, AuctionSize size) =>
        new(state.ByAsset(size.Taken.Liabilities), state.Snapshot.Ledger.Plus(1), state.ByAsset(size.Taken.Collateral));

    /// <summary>What Blend answers to what we say.</summary>
    private static int? Answer(BlendState state, JsonElement offer, uint percent) =>
        state.Now.HealthOf(state.Positions) is HealthReading.Known { Health.IsLiquidatable: false }
            ? (int)PoolError.InvalidLiquidation
            : SizeOf(state, offer, percent).Verdict switch
            {
                AuctionVerdict.Accepted => 0,
                AuctionVerdict.TooLarge => (int)PoolError.InvalidLiqTooLarge,
                AuctionVerdict.TooSmall => (int)PoolError.InvalidLiqTooSmall,
                AuctionVerdict.LotTooSmall => (int)PoolError.InvalidLiquidation,
                _ => null,
            };
}
