using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Storage;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.Demo;

namespace Nectar.Tests.Web.Demo;

/// <summary>The market on a real embedded network, and what its contracts say against what their entries say.</summary>
public sealed class DemoNetworkTests
{
    private const long One = 10_000_000;
    private static readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_is_there_after_the_deployment()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var borrowers = demo.People.Borrowers.Select(b => b.Address).ToArray();
        var snapshot = await new PoolReader(demo.Server, demo.Contracts.Pool).ReadAsync(borrowers, null, cancel);
        var (vault, registry) = (new VaultStorage(demo.Contracts.Vault), new RegistryStorage(demo.Contracts.Registry));
        var batch = await demo.Server.ReadEntriesAsync(
            [vault.Instance, registry.Instance, registry.Page(0), .. demo.People.Keepers.Select(k => registry.Keeper(k.Address))], cancel);

        Assert.Equal(demo.Contracts.Tokens, snapshot.Reserves.Select(r => r.Asset));
        Assert.Equal(demo.Contracts.Tokens.Order(), snapshot.Prices.Keys.Order());
        Assert.Equal(7u, snapshot.OracleDecimals);
        Assert.Equal(PoolStatus.AdminActive, snapshot.Config.Status);
        Assert.Equal(borrowers.Length, snapshot.Positions.Count);
        Assert.All(snapshot.Positions.Values, p => Assert.True(p.Liabilities[0] > 0 && p.Collateral.Count == 1));
        Assert.Equal(new Usdc(100_010 * One), vault.ReadBooks(batch).Idle);
        Assert.Equal(DemoDeployment.VaultTerms, vault.ReadConfig(batch));
        Assert.Equal(demo.Contracts.Registry, vault.ReadRegistry(batch));
        Assert.Equal(demo.People.Keepers.Select(k => k.Address).ToHashSet(), registry.ReadPage(batch, 0).ToHashSet());
        Assert.All(demo.People.Keepers, k => Assert.Equal(
            (k.Name, new Usdc(DemoDeployment.StakeUsdc * One)),
            (registry.ReadKeeper(batch, k.Address)!.Name.ToString(), registry.ReadKeeper(batch, k.Address)!.Stake)));
    }

    [Fact]
    public async Task Entries_say_what_the_contracts_functions_say()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var (server, people) = (demo.Server, demo.People);
        var (pool, vault, registry) = (new PoolClient(demo.Contracts.Pool), new VaultClient(demo.Contracts.Vault), new RegistryClient(demo.Contracts.Registry));
        var (books, keepers) = (new VaultStorage(demo.Contracts.Vault), new RegistryStorage(demo.Contracts.Registry));
        var (alice, alpha) = (people.Depositors[0].Address, people.Keepers[0].Address);
        var snapshot = await new PoolReader(server, demo.Contracts.Pool).ReadAsync([people.Borrowers[0].Address], null, cancel);
        var batch = await server.ReadEntriesAsync(
            [books.Instance, books.Keeper(alpha), books.Balance(alice), books.AssetListing(demo.Contracts.Usdc), keepers.Instance, keepers.Keeper(alpha)], cancel);

        Assert.Equal(await server.ReadAsync(pool.GetConfig(), cancel), snapshot.Config);
        Assert.Equal(await server.ReadAsync(pool.GetPositions(people.Borrowers[0].Address), cancel), snapshot.Positions[people.Borrowers[0].Address]);
        Assert.Equal((await server.ReadAsync(pool.GetReserve(demo.Contracts.Usdc), cancel)).Config, snapshot.Reserves[0].Config);
        Assert.Equal(await server.ReadAsync(vault.GetState(), cancel), books.ReadBooks(batch).StateAt(batch.Ledger));
        Assert.Equal((await server.ReadAsync(vault.Position(alice), cancel)).Shares, books.ReadBalance(batch, alice));
        Assert.Equal(await server.ReadAsync(vault.GetKeeperRecord(alpha), cancel), books.ReadKeeper(batch, alpha));
        Assert.Equal(await server.ReadAsync(registry.GetKeeper(alpha), cancel), keepers.ReadKeeper(batch, alpha));
        Assert.Equal(await server.ReadAsync(registry.GetConfig(), cancel), keepers.ReadConfig(batch));
        Assert.Equal(await server.ReadAsync(registry.KeeperCount(), cancel), keepers.ReadCount(batch));
        Assert.Equal(demo.Contracts.MarketFeed, books.ReadAssetListing(batch, demo.Contracts.Usdc)!.Oracle);
    }

    [Fact]
    public async Task A_refusal_comes_with_the_contracts_own_number()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var stranger = demo.People.Lender.Address;
        var refused = await demo.Server.SimulateAsync(new RegistryClient(demo.Contracts.Registry).GetKeeper(stranger), null, cancel);

        var (type, number, _) = Assert.IsType<CallResult<KeeperEntry>.Refused>(refused);
        Assert.Equal((SCErrorType.Contract, RegistryError.NotRegistered), (type, (RegistryError)number));
    }

    [Fact]
    public async Task A_wallet_gets_a_transaction_that_only_lacks_its_signature()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var bob = demo.People.Depositors[1];
        var call = new VaultClient(demo.Contracts.Vault).Deposit(bob.Address, new Usdc(100 * One));
        var prepared = await demo.Server.PrepareForWalletAsync(demo.Network.Network, bob.Key.AccountId, call, 20, cancel);

        var ready = Assert.IsType<UnsignedTransaction.Ready>(prepared);
        var sent = (await demo.Server.SendTransactionAsync(ready.Transaction.Sign(bob.Key).ToEnvelope(), cancel)).ValueOrThrow();
        var found = (await demo.Server.GetTransactionAsync(ready.Transaction.Hash, cancel)).ValueOrThrow();

        Assert.Equal((ready.Transaction.Hash, Nectar.Core.Soroban.Rpc.TransactionStatus.Success), (sent.Hash, found.Status));
    }

    [Fact]
    public async Task The_first_dip_ends_in_a_liquidation_that_makes_the_vault_richer()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var rounds = PricePath.FallFrom + 3;
        for (var round = 0u; round < rounds; round++)
        {
            await demo.Market.PlayAsync(round, cancel);
        }

        var turn = new BorrowerTurns(new MarketSlots(DeployedNetwork.Options.Seed), BorrowerTerms.Of(DeployedNetwork.Options.Seed, DeployedNetwork.Options.Borrowers))
            .Of(0).Single();
        var (borrower, keeper) = (demo.People.Borrowers[turn.Borrower], demo.People.Keepers[0]);
        var collateral = demo.Contracts.Collateral[0];
        var opened = await OpenAsync(demo, keeper, borrower, collateral);

        for (var ledgers = 0; ledgers < 190; ledgers += 10)
        {
            await demo.Network.CloseLedgersAsync(10, 5, cancel);
            await demo.Market.PlayAsync(rounds, cancel);
        }

        var vault = new VaultClient(demo.Contracts.Vault);
        var before = await demo.Server.ReadAsync(vault.GetState(), cancel);
        var profit = await keeper.CallAsync(vault.Liquidate(keeper.Address, await PlanAsync(demo, opened, borrower, collateral)), cancel);
        var after = await demo.Server.ReadAsync(vault.GetState(), cancel);

        Assert.True(profit > Usdc.Zero);
        Assert.Equal(profit.Stroops - (profit.Stroops / 10), (after.Idle - before.Idle).Stroops);
        Assert.Equal(1u, (await demo.Server.ReadAsync(vault.GetKeeperRecord(keeper.Address), cancel)).Liquidations);
    }

    [Fact]
    public async Task The_market_runs_by_itself_while_ledgers_close_at_an_interval()
    {
        var options = DeployedNetwork.Options with { LedgersPerSecond = 50 };
        var told = new ToldLines();
        await using var demo = await DeployedNetwork.OpenAsync(options, told);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var from = demo.Network.Latest.Sequence;
        var running = demo.RunAsync(stop.Token);
        await demo.Network.WaitForLedgerAsync(from + (8 * MarketSlots.LedgersPerRound), cancel);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        var turn = new BorrowerTurns(new MarketSlots(options.Seed), BorrowerTerms.Of(options.Seed, options.Borrowers)).Of(0).Single();

        Assert.Empty(told.Warnings);
        Assert.NotEmpty((await OpenAsync(demo, demo.People.Keepers[1], demo.People.Borrowers[turn.Borrower], demo.Contracts.Collateral[0])).Lot);
    }

    private static async Task<AuctionData> OpenAsync(DemoNetwork demo, DemoAccount keeper, DemoAccount borrower, ContractId collateral)
    {
        var pool = new PoolClient(demo.Contracts.Pool);
        for (var percent = 1u; percent <= 100; percent++)
        {
            var call = pool.NewAuction(AuctionType.UserLiquidation, borrower.Address, [demo.Contracts.Usdc], [collateral], percent);
            if (await demo.Server.SimulateAsync(call, keeper.Key.AccountId, cancel) is CallResult<AuctionData>.Answered)
            {
                return await keeper.CallAsync(call, cancel);
            }
        }

        throw new InvalidOperationException($"no percent is accepted: {borrower.Name} is not under water");
    }

    private static async Task<LiquidationPlan> PlanAsync(DemoNetwork demo, AuctionData auction, DemoAccount borrower, ContractId collateral)
    {
        var reserve = await demo.Server.ReadAsync(new PoolClient(demo.Contracts.Pool).GetReserve(demo.Contracts.Usdc), cancel);
        var owed = auction.Bid[demo.Contracts.Usdc] * reserve.Data.DRateE12 / 1_000_000_000_000;
        return new LiquidationPlan(
            [collateral], Usdc.Zero, 100, demo.Contracts.Pool, [new Repayment(owed + (owed / 1_000), demo.Contracts.Usdc)],
            [new Sale(collateral, demo.Contracts.Exchange)], [], borrower.Address);
    }
}
