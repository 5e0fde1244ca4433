using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Token;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Keeper;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Keeper;

/// <summary>
/// The keeper on real contracts: Blend v2's pool and the lab's, without a word in its options which of the two it is. Its
/// figures are the chain's.
/// </summary>
public sealed class RealPoolTests(SharedHost shared)
{
    private const long One = RecordedMarket.One;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private RecordingJournal Journal { get; } = new();

    [Theory]
    [InlineData("blend", CaseMode.Atomic)]
    [InlineData("blend", CaseMode.Staged)]
    [InlineData("lab", CaseMode.Atomic)]
    [InlineData("lab", CaseMode.Staged)]
    public async Task A_fall_of_the_price_ends_in_a_liquidation_whose_figures_are_the_chains(string pool, CaseMode mode)
    {
        await using var market = await RecordedMarket.StartAsync(pool, shared);
        var (keeper, borrower) = (market.Keeper("alpha", mode, Journal), market.Account("borrower"));
        await keeper.RunCycleAsync(Cancel);
        var before = await ReadAsync(market, "alpha");
        Assert.Equal("HF 1.0961 ≥ 1", Assert.Single(keeper.View!.Positions, p => p.Borrower == borrower.Address.ToString()).Verdict);

        await market.TellAsync(3_400, Cancel);
        await RunUntilNothingIsOpenAsync(market, keeper, 3_400);

        var opened = Assert.Single(Journal.Events.OfType<KeeperEvent.AuctionOpened>());
        Assert.Equal(52u, opened.Percent);
        var owed = await market.Server.ReadAsync(new PoolClient(market.Contract("pool")).GetPositions(borrower.Address), Cancel);
        // Both pools put the same into the lot, to the last unit; the curve then gave a part of it, most of it by then.
        var lot = Assert.Single(opened.Lot).Amount;
        Assert.Equal(454_808_900_000, lot);
        Assert.InRange((100_000 * One) - owed.Collateral[1], lot / 2, lot);
        Assert.All(Journal.Events.OfType<KeeperEvent.Liquidated>(), l => Assert.True(l.Spent > Usdc.Zero));
        await AssertFiguresAsync(market, "alpha", mode, before);
    }

    [Theory]
    [InlineData("blend", CaseMode.Atomic)]
    [InlineData("blend", CaseMode.Staged)]
    [InlineData("lab", CaseMode.Staged)]
    public async Task A_debt_that_is_not_in_usdc_is_bought_first(string pool, CaseMode mode)
    {
        await using var market = await RecordedMarket.StartAsync(pool, shared);
        await market.BorrowXlmAsync("bob", 10_000 * One, 16_500 * One, Cancel);
        var keeper = market.Keeper("alpha", mode, Journal);
        await keeper.RunCycleAsync(Cancel);
        var before = await ReadAsync(market, "alpha");

        await market.TellAsync(4_600, Cancel);
        await RunUntilNothingIsOpenAsync(market, keeper, 4_600);

        var opened = Assert.Single(Journal.Events.OfType<KeeperEvent.AuctionOpened>());
        Assert.Equal(market.Contract("xlm"), Assert.Single(opened.Bid).Asset);
        Assert.Equal(market.Contract("usdc"), Assert.Single(opened.Lot).Asset);
        if (mode == CaseMode.Staged)
        {
            var bought = Assert.Single(Journal.Events.OfType<KeeperEvent.Bought>());
            Assert.Equal(market.Contract("xlm"), bought.Asset.Asset);
            Assert.True(bought.Asset.Amount >= opened.Bid[0].Amount * 9 / 10 && bought.Paid > Usdc.Zero);
        }

        Assert.Equal(0, await market.Server.ReadAsync(new TokenClient(market.Contract("xlm")).Balance(market.Account("alpha").Address), Cancel));
        await AssertFiguresAsync(market, "alpha", mode, before);
    }

    private async Task RunUntilNothingIsOpenAsync(RecordedMarket market, KeeperRunner keeper, long xlmE4)
    {
        for (var i = 1; Journal.Cases is not { Count: > 0 } cases || cases.Any(c => c.IsOpen); i++)
        {
            Assert.True(i < 450, $"not within 450 ledgers; last: {Journal.Events[^1]}");
            await market.CloseAsync(Cancel);
            if (i % 100 == 0)
            {
                // The vault does not go by prices that are older than ten minutes.
                await market.TellAsync(xlmE4, Cancel);
            }

            await keeper.RunCycleAsync(Cancel);
        }

        Assert.Empty(Journal.Events.OfType<KeeperEvent.StepFailed>());
        Assert.Empty(Journal.Events.OfType<KeeperEvent.BreakerTripped>());
    }

    private async Task AssertFiguresAsync(RecordedMarket market, string keeper, CaseMode mode, Figures before)
    {
        var after = await ReadAsync(market, keeper);
        var stands = Assert.Single(Journal.Cases);
        var profit = stands.Profit!.Value;
        Assert.IsType<CaseState.Returned>(stands.State);
        Assert.True(profit > Usdc.Zero);
        Assert.Equal(profit, mode == CaseMode.Atomic ? after.Record.ProfitMeasured : after.Record.ProfitReturned);
        // A tenth of the profit is the keeper's, rounded down, and the rest the vault's.
        Assert.Equal(profit.Stroops / 10, (after.Held - before.Held).Stroops);
        Assert.Equal(profit - (after.Held - before.Held), after.Vault.Idle - before.Vault.Idle);
        Assert.Equal((Usdc.Zero, Usdc.Zero, before.Stake), (after.Vault.Drawn, after.Record.Drawn, after.Stake));
        if (mode == CaseMode.Atomic)
        {
            var told = Assert.Single(Journal.Events.OfType<KeeperEvent.Liquidated>());
            Assert.Equal((profit, after.Held - before.Held, 1u), (told.Profit, told.KeeperFee, after.Record.Liquidations));
        }
        else
        {
            var (drawn, told) = (Assert.Single(Journal.Events.OfType<KeeperEvent.Drawn>()), Assert.Single(Journal.Events.OfType<KeeperEvent.Returned>()));
            Assert.Equal((profit, drawn.Amount + profit, Usdc.Zero), (told.Profit, told.Amount, told.Shortfall));
            Assert.Equal((1u, 1u), (after.Record.Draws, after.Record.Returns));
        }
    }

    private static async Task<Figures> ReadAsync(RecordedMarket market, string keeper)
    {
        var (vault, address) = (new VaultClient(market.Contract("vault")), market.Account(keeper).Address);
        return new Figures(
            await market.Server.ReadAsync(vault.GetState(), Cancel),
            await market.Server.ReadAsync(vault.GetKeeperRecord(address), Cancel),
            (await market.Server.ReadAsync(new RegistryClient(market.Contract("registry")).GetKeeper(address), Cancel)).Stake,
            new Usdc(await market.Server.ReadAsync(new TokenClient(market.Contract("usdc")).Balance(address), Cancel)));
    }

    private sealed record Figures(VaultState Vault, KeeperRecord Record, Usdc Stake, Usdc Held);
}
