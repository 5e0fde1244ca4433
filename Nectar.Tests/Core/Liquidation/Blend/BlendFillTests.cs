using System.Text.Json;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Liquidation.Blend;

/// <summary>What fills leave and move, against what they did at a real Blend v2 pool, to the last unit.</summary>
public sealed class BlendFillTests
{
    [Fact]
    public void A_fill_leaves_positions_and_auction_as_reckoned()
    {
        var whole = 0;
        foreach (var (state, fill, outcome) in Accepted())
        {
            var part = PartOf(state, fill);
            var left = new Positions(
                Less(state.Positions.Collateral, state.ByIndex(part.Lot)), Less(state.Positions.Liabilities, state.ByIndex(part.Bid)), state.Positions.Supply);
            whole += part.Remainder is null ? 1 : 0;

            // Debt that no collateral stands for any more goes to the backstop at once.
            Assert.Equal(part.Remainder is null && left.Collateral.Count == 0 ? left with { Liabilities = [] } : left, PositionsOf(outcome, "user"));
            Assert.Equal(part.Remainder, outcome.GetProperty("remainder") is { ValueKind: JsonValueKind.Object } stored ? BlendState.AuctionOf(stored) : null);
        }

        Assert.True(whole > 0);
    }

    [Fact]
    public void A_fill_that_repays_and_withdraws_all_moves_the_tokens_reckoned_and_leaves_nothing()
    {
        foreach (var (state, fill, outcome) in Accepted().Where(f => f.Fill.GetProperty("clears").GetBoolean()))
        {
            var part = PartOf(state, fill);
            var then = PoolMarket.At(state.Snapshot, fill.GetProperty("time").GetUInt64());
            var moved = then.Reserves.Select(r => KeyValuePair.Create(r.Asset, Tokens.Supplied(r.Data, part.Lot[r.Asset]) - Tokens.Owed(r.Data, part.Bid[r.Asset])));

            Assert.Equal(new Amounts<ContractId>(moved.Where(m => m.Value != 0)), BlendState.AmountsOf(outcome.GetProperty("moved")));
            Assert.Equal(Positions.None, PositionsOf(outcome, "filler"));
        }
    }

    [Fact]
    public void A_fill_alone_moves_positions_and_no_tokens()
    {
        var alone = Accepted().Where(f => !f.Fill.GetProperty("clears").GetBoolean()).ToList();

        Assert.NotEmpty(alone);
        foreach (var (state, fill, outcome) in alone)
        {
            var part = PartOf(state, fill);

            Assert.Equal(new Positions(state.ByIndex(part.Lot), state.ByIndex(part.Bid), []), PositionsOf(outcome, "filler"));
            Assert.Empty(outcome.GetProperty("moved").EnumerateObject());
        }
    }

    [Fact]
    public void What_the_pool_refuses_is_refused_for_the_reason_that_we_know()
    {
        var reasons = new HashSet<int>();
        foreach (var (state, fill) in Fills().Where(f => f.Fill.GetProperty("outcome").TryGetProperty("error", out _)))
        {
            var error = fill.GetProperty("outcome").GetProperty("error");
            var told = error.ValueKind == JsonValueKind.Null ? 0 : error.GetInt32();
            reasons.Add(told);

            Assert.True(told == RefusalOf(state, fill), $"{fill}, {state}");
        }

        Assert.Equal(
            [
                0, (int)PoolError.BadRequest, (int)PoolError.InvalidHf, (int)PoolError.InvalidUtilRate, (int)PoolError.InvalidLiquidation,
                (int)PoolError.InvalidBTokenBurnAmount, (int)PoolError.InvalidDTokenBurnAmount,
            ],
            reasons.Order());
    }

    [Fact]
    public void A_fill_that_the_pool_takes_is_none_that_we_would_hold_for_refused() =>
        Assert.All(Accepted(), f => Assert.Null(RefusalOf(f.State, f.Fill)));

    /// <summary>The pool's error, 0 for a trap, null for none.</summary>
    private static int? RefusalOf(BlendState state, JsonElement fill)
    {
        if (fill.GetProperty("percent").GetInt32() is < 1 or > 100)
        {
            return (int)PoolError.BadRequest;
        }

        if (fill.GetProperty("ledger").GetUInt32() < state.Opened!.Start.Value)
        {
            return 0;
        }

        if (SCAddress.Parse(fill.Text("by")) == state.User)
        {
            return (int)PoolError.InvalidLiquidation;
        }

        var part = PartOf(state, fill);
        var then = PoolMarket.At(state.Snapshot, fill.GetProperty("time").GetUInt64());
        if (fill.GetProperty("clears").GetBoolean())
        {
            return RefusalOfClearing(state.Opened, part, then);
        }

        var taken = new Positions(state.ByIndex(part.Lot), state.ByIndex(part.Bid), []);
        return then.HealthOf(taken) is HealthReading.Known { Health: var health } && health.IsUnder(10_000_100, then.OracleScalar)
            ? (int)PoolError.InvalidHf
            : null;
    }

    // All debts of the auction are repaid, then all its collateral is withdrawn, each in the order of the assets.
    private static int? RefusalOfClearing(AuctionData auction, AuctionPart part, PoolMarket then)
    {
        if (auction.Bid.Keys.Any(asset => !part.Bid.Has(asset)))
        {
            return (int)PoolError.InvalidDTokenBurnAmount;
        }

        foreach (var asset in auction.Lot.Keys)
        {
            var data = then.ReserveOf(asset)!.Data;
            if (Tokens.Supplied(data, part.Lot[asset]) == 0)
            {
                return (int)PoolError.InvalidBTokenBurnAmount;
            }

            // What is lent out cannot be withdrawn.
            var left = data with { BSupply = data.BSupply - part.Lot[asset], DSupply = data.DSupply - part.Bid[asset] };
            if (Accrual.Utilisation(left) >= FixedPoint.E7)
            {
                return (int)PoolError.InvalidUtilRate;
            }
        }

        return null;
    }

    private static AuctionPart PartOf(BlendState state, JsonElement fill) =>
        AuctionCurve.Fill(state.Opened!, new LedgerNumber(fill.GetProperty("ledger").GetUInt32()), fill.GetProperty("percent").GetUInt32());

    private static Positions PositionsOf(JsonElement outcome, string whose) =>
        Positions.FromSCVal(XdrCodec.FromBase64<SCVal>(outcome.Text(whose)));

    private static IEnumerable<(BlendState State, JsonElement Fill)> Fills() =>
        BlendState.All.SelectMany(s => s.Line.GetProperty("fills").EnumerateArray().Select(f => (s, f)));

    private static IEnumerable<(BlendState State, JsonElement Fill, JsonElement Outcome)> Accepted() =>
        Fills().Select(f => (f.State, f.Fill, f.Fill.GetProperty("outcome"))).Where(f => !f.Item3.TryGetProperty("error", out _));

    private static Amounts<uint> Less(Amounts<uint> all, Amounts<uint> taken) =>
        new(all.Select(a => KeyValuePair.Create(a.Key, a.Value - taken[a.Key])).Where(a => a.Value > 0));
}
