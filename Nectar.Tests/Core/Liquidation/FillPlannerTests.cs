using CsCheck;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Liquidation;

public sealed class FillPlannerTests
{
    private static readonly ContractId xlm = PoolBuilder.Asset(0);
    private static readonly ContractId usdc = PoolBuilder.Asset(1);
    private static readonly ContractId eurc = PoolBuilder.Asset(2);

    [Fact]
    public void An_auction_whose_lot_is_worth_more_than_its_bid_waits_for_the_ledger_in_which_it_pays()
    {
        var wait = Assert.IsType<FillDecision.Wait>(FillPlanner.Decide(Pool(), Auction(start: 1_000), Conditions()));

        // 1,000 XLM at 0.5 sell for 500 against 400 of debt: the lot must have grown to 0.8, 160 ledgers on; half a
        // percent of slippage, the interest until then and the fee take it a little further.
        Assert.InRange(wait.Due.Value, 1_160u, 1_163u);
        Assert.StartsWith("pays 0.0000 of cost until ledger 1,16", wait.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void In_its_due_ledger_it_is_filled_whole()
    {
        var fill = Assert.IsType<FillDecision.Fill>(FillPlanner.Decide(Pool(), Auction(start: 820), Conditions()));

        Assert.Equal(100u, fill.Terms.Percent);
        Assert.Equal(usdc, Assert.Single(fill.Terms.Debts).Asset);
        Assert.Equal(xlm, Assert.Single(fill.Terms.Lots).Asset);
        Assert.True(fill.Terms.Estimate.Profit > Usdc.Zero);
    }

    [Fact]
    public void What_is_offered_for_repayment_covers_the_interest_until_the_last_ledger()
    {
        var debt = Assert.Single(Assert.IsType<FillDecision.Fill>(FillPlanner.Decide(Pool(), Auction(start: 820), Conditions())).Terms.Debts);
        var later = Accrual.To(Pool().Reserves[1], Pool().Config.BackstopRateE7, 12_345 + 60);

        Assert.True(debt.Ask > debt.Owed);
        Assert.True(debt.Ask >= Tokens.Owed(later.Data, 4_000_000_000));
    }

    [Fact]
    public void Capital_that_does_not_suffice_for_all_fills_the_part_that_it_suffices_for()
    {
        var conditions = Conditions() with { Capital = Usdc.Parse("100") };

        var fill = Assert.IsType<FillDecision.Fill>(FillPlanner.Decide(Pool(), Auction(start: 820), conditions));

        Assert.Equal(24u, fill.Terms.Percent);
        Assert.True(fill.Terms.Capital <= conditions.Capital);
    }

    [Fact]
    public void Capital_that_does_not_even_suffice_for_a_percent_is_told_with_both_figures()
    {
        var conditions = Conditions() with { Capital = Usdc.Zero, CapitalReason = "the vault has 0.00 USDC idle" };

        Assert.StartsWith(
            "1 % needs 4.00 USDC, the vault has 0.00 USDC idle",
            Assert.IsType<FillDecision.Wait>(FillPlanner.Decide(Pool(), Auction(start: 950), conditions)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lot_that_never_brings_what_is_asked_is_told_with_both_figures()
    {
        var dust = Auction(start: 900) with { Lot = AmountsBuilder.Of((xlm, (Int128)100)) };

        Assert.Equal(
            "pays 0.0000 of cost at the end of its curve, 1.0000 is asked",
            Assert.IsType<FillDecision.Skip>(FillPlanner.Decide(Pool(), dust, Conditions())).Reason);
        Assert.Equal(
            "the lot is worth nothing",
            Assert.IsType<FillDecision.Skip>(FillPlanner.Decide(Pool(), dust, Conditions() with { Fees = Usdc.Zero, MaxSlippage = new(10_000) })).Reason);
    }

    [Fact]
    public void A_distrusted_asset_is_not_filled_however_well_it_pays()
    {
        var conditions = Conditions() with { Distrusted = new Dictionary<ContractId, string> { [xlm] = "the price moved by 100.00 %" } };

        var skip = Assert.IsType<FillDecision.Skip>(FillPlanner.Decide(Pool(), Auction(start: 700), conditions));

        Assert.EndsWith("the price moved by 100.00 %", skip.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_trades_is_not_filled()
    {
        var noSale = Conditions() with { Sales = new Dictionary<ContractId, TradeQuote>() };
        var inEuro = Auction(start: 820) with { Bid = AmountsBuilder.Of((eurc, (Int128)4_000_000_000)) };

        Assert.Contains("no quote for a sale", Assert.IsType<FillDecision.Skip>(FillPlanner.Decide(Pool(), Auction(820), noSale)).Reason, StringComparison.Ordinal);
        Assert.Contains("no quote for a purchase", Assert.IsType<FillDecision.Skip>(FillPlanner.Decide(Pool(), inEuro, Conditions())).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void More_assets_than_one_fill_takes_are_told()
    {
        var conditions = Conditions() with { Limits = new AuctionLimits(0, 2) };

        Assert.Equal(
            "1 collateral asset and 1 debt asset are more than the 0 and 2 that one fill takes",
            Assert.IsType<FillDecision.Skip>(FillPlanner.Decide(Pool(), Auction(820), conditions)).Reason);
    }

    [Fact]
    public void At_the_end_of_the_curve_the_lot_comes_for_nothing()
    {
        var fill = Assert.IsType<FillDecision.Fill>(FillPlanner.Decide(Pool(), Auction(start: 600), Conditions()));

        Assert.Empty(fill.Terms.Debts);
        Assert.Equal(Usdc.Zero, fill.Terms.Capital);
    }

    [Fact]
    public void The_due_ledger_is_the_first_that_pays_and_every_fill_pays() =>
        Gen.Select(Gen.Long[1, 20_000_000_000], Gen.Long[1, 20_000_000_000], Gen.UInt[601, 1_001], Gen.Long[0, 10_000_000_000]).Sample((bid, lot, start, capital) =>
        {
            var auction = new AuctionData(AmountsBuilder.Of((usdc, (Int128)bid)), new LedgerNumber(start), AmountsBuilder.Of((xlm, (Int128)lot)));
            var conditions = Conditions() with { Capital = new Usdc(capital) };
            var reckoning = new FillReckoning(Pool(), auction, conditions);
            switch (FillPlanner.Decide(Pool(), auction, conditions))
            {
                case FillDecision.Fill(var terms):
                    Assert.True(reckoning.Pays(terms) && terms.Capital <= conditions.Capital && terms.Estimate.Profit.Stroops >= 0);
                    break;
                case FillDecision.Wait(var due, var terms, _):
                    Assert.True(reckoning.Pays(terms) && terms.Capital <= conditions.Capital);
                    var before = reckoning.Affordable(new LedgerNumber(due.Value - 1));
                    Assert.True(due.Value - 1 == 1_000 || due.Value - 1 < start || !reckoning.Pays(before) || before.Capital > conditions.Capital);
                    break;
            }
        });

    private static AuctionData Auction(uint start) => new(
        AmountsBuilder.Of((usdc, (Int128)4_000_000_000)), new LedgerNumber(start), AmountsBuilder.Of((xlm, (Int128)10_000_000_000)));

    private static PoolSnapshot Pool() => new PoolBuilder()
        .With(1_000_000_000_000, 1_000_000_000_000, 7_000_000, 8_000_000, 5_000_000)
        .With(1_000_000_000_000, 1_000_000_000_000, 9_000_000, 9_500_000, 10_000_000)
        .With(1_000_000_000_000, 1_000_000_000_000, 9_000_000, 9_500_000, 11_000_000)
        .Build();

    private static FillConditions Conditions() => new()
    {
        Usdc = usdc,
        Sales = new Dictionary<ContractId, TradeQuote> { [xlm] = new(10_000_000_000, Usdc.Parse("500")) },
        Purchases = new Dictionary<ContractId, TradeQuote>(),
        Distrusted = new Dictionary<ContractId, string>(),
        Capital = Usdc.Parse("100000"),
        CapitalReason = "the vault has 100000.00 USDC idle",
        Fees = Usdc.Parse("0.05"),
        MinProfit = Ratio.One,
        VaultMinProfit = new BasisPoints(10),
        MaxSlippage = new BasisPoints(50),
        Limits = new AuctionLimits(4, 2),
        LedgerMilliseconds = 5_000,
        ValidForLedgers = 12,
    };
}
