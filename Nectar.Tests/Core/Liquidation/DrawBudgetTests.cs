using CsCheck;
using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Liquidation;

public sealed class DrawBudgetTests
{
    private static readonly LedgerNumber ledger = new(5_000);

    [Fact]
    public void The_narrowest_limit_counts_and_is_named()
    {
        Assert.Equal(
            new BudgetReading(Usdc.Parse("1000"), "the vault has 1000.00 USDC idle"),
            DrawBudget.ForDraw(State("1000", "0", "100000"), Config(), KeeperRecord.None, Cleared("100000"), Usdc.Zero, ledger));
        Assert.Equal(
            new BudgetReading(Usdc.Parse("90"), "a stake of 99.00 USDC covers 90.00 USDC, 0.00 USDC is out"),
            DrawBudget.ForDraw(State("1000", "0", "1000"), Config(), KeeperRecord.None, Cleared("99"), Usdc.Zero, ledger));
        Assert.Equal(
            new BudgetReading(Usdc.Parse("100"), "all keepers together may have 500.00 USDC out and have 400.00 USDC"),
            DrawBudget.ForDraw(State("600", "400", "1000"), Config(), KeeperRecord.None, Cleared("100000"), Usdc.Zero, ledger));
        Assert.Equal(
            new BudgetReading(Usdc.Parse("50"), "one keeper may have 50.00 USDC out"),
            DrawBudget.ForDraw(State("1000", "0", "1000"), Config() with { MaxDrawPerKeeper = Usdc.Parse("50") }, KeeperRecord.None, Cleared("100000"), Usdc.Zero, ledger));
    }

    [Fact]
    public void Cases_in_flight_are_taken_off_since_the_chain_does_not_show_them_yet()
    {
        var reading = DrawBudget.ForLiquidation(State("1000", "0", "1000"), KeeperRecord.None, Cleared("1"), Usdc.Parse("400"), ledger);

        Assert.Equal(new BudgetReading(Usdc.Parse("600"), "the vault has 1000.00 USDC idle, 400.00 USDC is planned for cases in flight"), reading);
        Assert.Equal(Usdc.Zero, DrawBudget.ForLiquidation(State("1000", "0", "1000"), KeeperRecord.None, Cleared("1"), Usdc.Parse("1400"), ledger).Available);
    }

    [Fact]
    public void A_keeper_that_is_not_cleared_or_is_overdue_gets_nothing()
    {
        var overdue = KeeperRecord.None with { Drawn = Usdc.Parse("5"), Due = new LedgerNumber(4_999) };

        Assert.Equal(Usdc.Zero, DrawBudget.ForLiquidation(State("1000", "0", "1000"), KeeperRecord.None, new Clearance(false, Usdc.Parse("9")), Usdc.Zero, ledger).Available);
        Assert.Equal("5.00 USDC is overdue since ledger 4999", DrawBudget.ForLiquidation(State("1000", "0", "1000"), overdue, Cleared("9"), Usdc.Zero, ledger).Reason);
    }

    [Fact]
    public void All_of_the_budget_passes_the_vaults_checks_and_a_stroop_more_does_not() =>
        Gen.Select(Gen.Long[0, 1_000_000_000], Gen.Long[0, 1_000_000_000], Gen.Long[0, 1_000_000_000], Gen.UInt[1, 10_000], Gen.UInt[0, 10_000], Gen.Long[0, 1_000_000])
            .Sample((idle, drawn, stake, penalty, share, own) =>
            {
                var state = State("0", "0", "0") with { Idle = new(idle), Drawn = new(drawn), TotalAssets = new(idle + drawn) };
                var config = Config() with { DefaultPenalty = new(penalty), MaxDrawn = new(share) };
                var record = KeeperRecord.None with { Drawn = new(own), Due = new LedgerNumber(6_000) };

                var available = DrawBudget.ForDraw(state, config, record, new Clearance(true, new(stake)), Usdc.Zero, ledger).Available.Stroops;

                Assert.True(available >= 0);
                Assert.True(available == 0 || IsAllowed(available));
                Assert.False(IsAllowed(available + 1));

                // The vault's own comparisons, which do not divide.
                bool IsAllowed(Int128 amount) =>
                    (own + amount) * penalty <= (stake - own - amount) * 10_000
                    && (drawn + amount) * 10_000 <= (Int128)(idle + drawn) * share
                    && amount <= idle;
            });

    private static Clearance Cleared(string stake) => new(true, Usdc.Parse(stake));

    private static VaultState State(string idle, string drawn, string assets) => new(
        Usdc.Parse(drawn), Usdc.Parse(idle), Usdc.Zero, Usdc.Zero, 1_000_000_000_000, Usdc.Parse(assets), Shares.Zero, Usdc.Zero, new LedgerNumber(0));

    private static VaultConfig Config() => new(
        new(1_000), Usdc.Zero, 360, new(1_000), Usdc.Zero, new(5_000), new(100), new(10), 720, 0);
}
