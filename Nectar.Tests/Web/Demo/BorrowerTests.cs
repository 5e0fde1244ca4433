using CsCheck;
using Nectar.Web.Demo;

namespace Nectar.Tests.Web.Demo;

public sealed class BorrowerTests
{
    private const long One = 10_000_000;
    private static readonly Gen<(ulong Seed, int Borrowers)> markets = Gen.Select(Gen.ULong, Gen.Int[6, 60]);

    [Fact]
    public void A_borrower_ends_at_the_health_it_goes_to_and_never_below() =>
        Gen.Select(markets, Gen.Int[0, 5], Gen.Int[BorrowerTerms.TightBps, 18_000], Gen.Long[90, 103]).Sample((market, which, health, percent) =>
        {
            var terms = BorrowerTerms.Of(market.Seed, market.Borrowers)[which];
            var price = DemoAsset.Collateral[terms.Asset].AnchorE7 * percent / 100;
            var plan = Assert.IsType<BorrowerPlan.Borrow>(BorrowerPlan.Decide(terms, 0, 0, price, health));

            Assert.Equal(terms.CollateralUnits, plan.SupplyUnits);
            Assert.InRange(HealthBps(terms, plan.SupplyUnits, plan.BorrowStroops, price), health, health + 1);
        });

    [Fact]
    public void A_borrower_that_owes_enough_stays_as_it_is() =>
        markets.Sample(market =>
        {
            var terms = BorrowerTerms.Of(market.Seed, market.Borrowers)[0];
            var price = DemoAsset.Collateral[terms.Asset].AnchorE7;
            var plan = (BorrowerPlan.Borrow)BorrowerPlan.Decide(terms, 0, 0, price, terms.HealthBps);
            return BorrowerPlan.Decide(terms, plan.SupplyUnits, plan.BorrowStroops, price, terms.HealthBps) is BorrowerPlan.Stay;
        });

    [Fact]
    public void Every_fall_puts_those_under_water_whose_turn_it_is() =>
        Gen.Select(markets, Gen.UInt[0, 100_000]).Sample((market, slot) =>
        {
            var (slots, path) = (new MarketSlots(market.Seed), new PricePath(market.Seed));
            var terms = BorrowerTerms.Of(market.Seed, market.Borrowers);
            var first = slot * MarketSlots.RoundsPerSlot;
            var turns = new BorrowerTurns(slots, terms).Of(first).ToArray();

            Assert.Equal(slots.SceneOf(slot) switch { MarketScene.Calm => 0, MarketScene.DeepDip => 2, _ => 1 }, turns.Length);
            foreach (var (borrower, health, _) in turns)
            {
                var own = terms[borrower];
                var plan = (BorrowerPlan.Borrow)BorrowerPlan.Decide(own, 0, 0, path.MarketPriceE7(own.Asset, first), health);
                for (var phase = 1u; phase < MarketSlots.RoundsPerSlot; phase++)
                {
                    var now = HealthBps(own, plan.SupplyUnits, plan.BorrowStroops, path.MarketPriceE7(own.Asset, first + phase));
                    Assert.True(phase >= PricePath.FallFrom || now >= 10_000, $"under water before the fall: {now}");
                    Assert.True(phase < PricePath.FallFrom + 2 || phase >= PricePath.RiseFrom || now < 10_000, $"above water in round {phase}: {now}");
                }
            }
        });

    [Fact]
    public void A_borrower_on_its_own_terms_outlasts_every_fall() =>
        Gen.Select(markets, Gen.Int[0, 5], Gen.UInt[0, 3_000_000], Gen.UInt[0, 3_000_000]).Sample((market, which, opened, later) =>
        {
            var terms = BorrowerTerms.Of(market.Seed, market.Borrowers)[which];
            var path = new PricePath(market.Seed);
            var plan = (BorrowerPlan.Borrow)BorrowerPlan.Decide(terms, 0, 0, path.MarketPriceE7(terms.Asset, opened), terms.HealthBps);
            return HealthBps(terms, plan.SupplyUnits, plan.BorrowStroops, path.MarketPriceE7(terms.Asset, later)) >= 10_000;
        });

    [Fact]
    public void Everybody_comes_back_once_in_as_many_rounds_as_there_are_borrowers_but_for_the_first_of_each_slot() =>
        markets.Sample(market =>
        {
            var turns = new BorrowerTurns(new MarketSlots(market.Seed), BorrowerTerms.Of(market.Seed, market.Borrowers));
            var seen = Enumerable.Range(0, 300).SelectMany(r => turns.Of((uint)r)).Where(t => t.OnlyWithoutDebt).Select(t => t.Borrower).Take(market.Borrowers);
            return seen.Distinct().Count() == market.Borrowers;
        });

    [Fact]
    public void Leverage_differs_between_borrowers() =>
        markets.Sample(market => BorrowerTerms.Of(market.Seed, market.Borrowers).Select(t => t.HealthBps).Distinct().Count() > market.Borrowers / 2);

    private static int HealthBps(BorrowerTerms terms, Int128 collateral, Int128 debt, long priceE7)
    {
        var asset = DemoAsset.Collateral[terms.Asset];
        var weighed = collateral * priceE7 / One * asset.CollateralFactorE7 / One;
        return (int)(weighed * DemoAsset.Usdc.LiabilityFactorE7 / One * 10_000 / debt);
    }
}
