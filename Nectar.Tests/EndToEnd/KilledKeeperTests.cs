using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Keeper;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.Demo;

namespace Nectar.Tests.EndToEnd;

/// <summary>
/// <c>kill -9</c> of the real program while it hands in each transaction of a liquidation, before a server has it and after
/// a ledger has: the next life finishes what the one before began, and does nothing twice.
/// </summary>
public sealed class KilledKeeperTests
{
    private static readonly string[] atomic = ["new_auction", "liquidate"];
    private static readonly string[] staged = ["new_auction", "draw", "submit", "swap_exact_tokens_for_tokens", "return_proceeds"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CaseMode.Atomic, Fate.NeverArrives, Fate.Included)]
    [InlineData(CaseMode.Atomic, Fate.ArrivesLate)]
    [InlineData(CaseMode.Staged, Fate.NeverArrives, Fate.Included)]
    [InlineData(CaseMode.Staged, Fate.ArrivesLate)]
    public async Task A_keeper_killed_at_every_step_finishes_its_case_and_sends_nothing_twice(CaseMode mode, params Fate[] fates)
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        for (var round = 0u; round < PricePath.FallFrom + 3; round++)
        {
            await demo.Market.PlayAsync(round, Cancel);
        }

        var keeper = demo.People.Keepers[0];
        var before = await ReadAsync(demo, keeper);
        var steps = mode == CaseMode.Atomic ? atomic : staged;
        await using var mortal = new MortalKeeper(demo, keeper, mode, fates, steps.Length * fates.Length);

        Assert.Equal(0, await mortal.RunUntilNothingIsOpenAsync(Cancel));

        await using var journal = await mortal.OpenJournalAsync();
        var lines = (await journal.Queries.NewestLinesAsync(1_000, Cancel)).Select(l => l.Happened).ToList();
        // Each transaction is written down before it leaves, once.
        var sent = lines.OfType<KeeperEvent.StepSent>().ToDictionary(s => s.Hash);
        var included = mortal.Included;
        Assert.All(included, t => Assert.True(sent.ContainsKey(t.Transaction.Hash), $"{t.Function} is on the chain and not in the journal"));
        Assert.All(
            included.Where(t => t.Transaction.Succeeded).GroupBy(t => (sent[t.Transaction.Hash].CaseId, sent[t.Transaction.Hash].Step)),
            step => Assert.Single(step));
        Assert.Equal(steps.Length * fates.Length, mortal.Deaths);
        Assert.Equal(mortal.Deaths, lines.OfType<KeeperEvent.CaseResumed>().Count());
        Assert.DoesNotContain(await journal.Queries.OpenCasesAsync(Cancel), c => c.HasCapitalOut);
        if (!fates.Contains(Fate.ArrivesLate))
        {
            // What comes late may meet an auction that has gone on, and leave a part of it or be refused.
            Assert.Equal(steps, included.Select(t => t.Function));
            Assert.All(included, t => Assert.True(t.Transaction.Succeeded));
        }

        var after = await ReadAsync(demo, keeper);
        Assert.Equal((Usdc.Zero, Usdc.Zero), (after.Vault.Drawn, after.Record.Drawn));
        Assert.Equal(new Usdc(DemoDeployment.StakeUsdc * 10_000_000), after.Stake);
        var profit = (await journal.Queries.LiquidationsAsync(10, Cancel)).Aggregate(Usdc.Zero, (sum, l) => sum + l.Profit);
        Assert.True(profit > Usdc.Zero);
        Assert.Equal(profit, after.Record.ProfitMeasured + after.Record.ProfitReturned);
        Assert.Equal(profit, (after.Vault.Idle - before.Vault.Idle) + (after.Held - before.Held));
        Assert.Equal((after.Record.Draws, 0u), (after.Record.Returns, after.Record.Defaults));
    }

    private static async Task<(VaultState Vault, KeeperRecord Record, Usdc Stake, Usdc Held)> ReadAsync(DemoNetwork demo, DemoAccount keeper)
    {
        var (vault, registry) = (new VaultClient(demo.Contracts.Vault), new RegistryClient(demo.Contracts.Registry));
        var usdc = new Nectar.Core.Contracts.Token.TokenClient(demo.Contracts.Usdc);
        return (
            await demo.Server.ReadAsync(vault.GetState(), Cancel),
            await demo.Server.ReadAsync(vault.GetKeeperRecord(keeper.Address), Cancel),
            (await demo.Server.ReadAsync(registry.GetKeeper(keeper.Address), Cancel)).Stake,
            new Usdc(await demo.Server.ReadAsync(usdc.Balance(keeper.Address), Cancel)));
    }
}
