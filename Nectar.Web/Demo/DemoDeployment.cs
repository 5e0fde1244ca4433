using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Exchange;
using Nectar.Core.Contracts.Oracle;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Token;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Web.Demo;

/// <summary>
/// Puts the market's contracts on a network that has its people. What does not depend on one another is sent side by side,
/// each by an account of its own.
/// </summary>
/// <param name="people">Everybody.</param>
/// <param name="contracts">Where the contracts go.</param>
/// <param name="path">The first prices.</param>
internal sealed class DemoDeployment(DemoPeople people, DemoContracts contracts, IPricePath path)
{
    /// <summary>Units that a pair of the exchange holds of each side, in whole USDC at the anchor price.</summary>
    public const long PairWorth = 1_000_000;

    /// <summary>Whole USDC that a keeper stakes.</summary>
    public const long StakeUsdc = 20_000;

    private const long One = 10_000_000;
    private const uint PoolFeedDecimals = 7;
    private const uint MarketFeedDecimals = 14;
    private const uint ResolutionSeconds = 300;
    private const ulong MaxPriceAgeSeconds = 600;
    private static readonly BasisPoints maxDeviation = new(300);
    private static readonly BasisPoints spread = new(30);

    /// <summary>The vault's settings.</summary>
    public static VaultConfig VaultTerms { get; } = new(
        DefaultPenalty: new BasisPoints(1_000),
        DepositCap: Usdc.Zero,
        DrawDeadlineLedgers: 360,
        KeeperFee: new BasisPoints(1_000),
        MaxDrawPerKeeper: Usdc.Zero,
        MaxDrawn: new BasisPoints(5_000),
        MaxSlippage: new BasisPoints(100),
        MinProfit: new BasisPoints(10),
        VestingLedgers: 720,
        WithdrawCooldownLedgers: 0);

    /// <summary>Deploys and sets up everything.</summary>
    /// <exception cref="DemoFaultException">The network did not take a step.</exception>
    public async Task DeployAsync(CancellationToken cancel)
    {
        await Task.WhenAll(IssueAsync(cancel), FeedsAsync(cancel));
        await Task.WhenAll(ExchangeAsync(cancel), PoolAsync(cancel));
        await VaultAsync(cancel);
        foreach (var (place, depositor) in people.Depositors.Index())
        {
            await DepositAsync(depositor, place, cancel);
        }

        // One after the other: the second is put into the page of the index that the first creates.
        foreach (var keeper in people.Keepers)
        {
            await RegisterAsync(keeper, cancel);
        }
    }

    private async Task IssueAsync(CancellationToken cancel)
    {
        foreach (var asset in contracts.Assets)
        {
            await people.Issuer.DoAsync("the contract of an asset", Operations.CreateAssetContract(asset), cancel);
        }
    }

    private async Task FeedsAsync(CancellationToken cancel)
    {
        var oracle = await UploadAsync(people.PoolFeed, "lab_oracle", cancel);
        await Task.WhenAll(
            FeedAsync(people.PoolFeed, contracts.PoolFeed, nameof(DemoContracts.PoolFeed), PoolFeedDecimals, oracle, cancel),
            FeedAsync(people.MarketFeed, contracts.MarketFeed, nameof(DemoContracts.MarketFeed), MarketFeedDecimals, oracle, cancel));
        await new DemoPrices(people, contracts, path).TellAsync(0, cancel);
    }

    private static Task FeedAsync(DemoAccount owner, ContractId feed, string name, uint decimals, ContractArtefact oracle, CancellationToken cancel) =>
        owner.DoAsync($"the feed {feed}", OracleClient.Deploy(
            owner.Address, DemoContracts.SaltOf(name), oracle.Hash, owner.Address, new OracleAsset.Other("USD"), decimals, ResolutionSeconds), cancel);

    private async Task ExchangeAsync(CancellationToken cancel)
    {
        var owner = people.Exchange;
        var pair = await UploadAsync(owner, "lab_exchange_pair", cancel);
        var router = await UploadAsync(owner, "lab_exchange", cancel);
        await owner.DoAsync("the exchange", ExchangeClient.Deploy(
            owner.Address, DemoContracts.SaltOf(nameof(DemoContracts.Exchange)), router.Hash, owner.Address, contracts.MarketFeed, pair.Hash, spread), cancel);
        var exchange = new ExchangeClient(contracts.Exchange);
        foreach (var (asset, token) in DemoAsset.Collateral.Zip(contracts.Collateral))
        {
            var made = SCAddress.From(await owner.CallAsync(exchange.CreatePair(token, contracts.Usdc), cancel));
            await people.Issuer.CallAsync(new TokenClient(token).Mint(made, asset.UnitsWorth(PairWorth)), cancel);
            await people.Issuer.CallAsync(new TokenClient(contracts.Usdc).Mint(made, PairWorth * One), cancel);
        }
    }

    private async Task PoolAsync(CancellationToken cancel)
    {
        var admin = people.Admin;
        var lab = await UploadAsync(admin, "liquidation_lab", cancel);
        // A plain account stands in for Blend's backstop, and holds USDC.
        var backstop = SCAddress.From(DemoPeople.KeyOf("backstop").AccountId);
        await admin.DoAsync("the pool", PoolClient.Deploy(
            admin.Address, DemoContracts.SaltOf(nameof(DemoContracts.Pool)), lab.Hash, admin.Address, "demo", contracts.PoolFeed,
            backstopRateE7: 1_000_000, maxPositions: 8, minCollateral: 0, backstop, contracts.Usdc), cancel);
        var pool = new PoolClient(contracts.Pool);
        foreach (var (asset, token) in DemoAsset.All.Zip(contracts.Tokens))
        {
            await admin.CallAsync(pool.QueueSetReserve(token, ReserveTerms(asset)), cancel);
            await admin.CallAsync(pool.SetReserve(token), cancel);
        }

        await admin.CallAsync(pool.SetStatus(PoolStatus.AdminActive), cancel);
        var supplies = DemoAsset.All.Zip(contracts.Tokens, (a, t) => Request.Of(RequestType.Supply, t, a.UnitsWorth(DemoPopulation.LenderWorth)));
        await people.Lender.CallAsync(pool.Submit(people.Lender.Address, people.Lender.Address, people.Lender.Address, supplies), cancel);
    }

    private async Task VaultAsync(CancellationToken cancel)
    {
        var admin = people.Admin;
        var registry = await UploadAsync(admin, "keeper_registry", cancel);
        var wasm = await UploadAsync(admin, "nectar_vault", cancel);
        await admin.DoAsync("the registry", RegistryClient.Deploy(
            admin.Address, DemoContracts.SaltOf(nameof(DemoContracts.Registry)), registry.Hash, admin.Address, contracts.Vault, contracts.Usdc, new Usdc(100 * One)), cancel);
        await admin.DoAsync("the vault", VaultClient.Deploy(
            admin.Address, DemoContracts.SaltOf(nameof(DemoContracts.Vault)), wasm.Hash, admin.Address, contracts.Usdc, contracts.Registry, VaultTerms), cancel);
        var vault = new VaultClient(contracts.Vault);
        await admin.CallAsync(vault.AllowPool(contracts.Pool, true), cancel);
        await admin.CallAsync(vault.AllowExchange(contracts.Exchange, true), cancel);
        foreach (var token in contracts.Tokens)
        {
            await admin.CallAsync(vault.SetAsset(token, contracts.MarketFeed, MaxPriceAgeSeconds, maxDeviation), cancel);
        }
    }

    private Task<Shares> DepositAsync(DemoAccount depositor, int place, CancellationToken cancel) =>
        depositor.CallAsync(new VaultClient(contracts.Vault).Deposit(depositor.Address, new Usdc((60_000 - (20_000 * place)) * One)), cancel);

    private Task<Nothing> RegisterAsync(DemoAccount keeper, CancellationToken cancel) =>
        keeper.CallAsync(new RegistryClient(contracts.Registry).Register(keeper.Address, keeper.Name, new Usdc(StakeUsdc * One)), cancel);

    private static ReserveConfig ReserveTerms(DemoAsset asset) => new(
        CFactorE7: asset.CollateralFactorE7, Decimals: 7, Enabled: true, Index: 0, LFactorE7: asset.LiabilityFactorE7, MaxUtilE7: 9_500_000,
        RBaseE7: 100_000, ROneE7: 500_000, RThreeE7: 15_000_000, RTwoE7: 5_000_000, ReactivityE7: 20, SupplyCap: long.MaxValue, UtilE7: 7_500_000);

    private static async Task<ContractArtefact> UploadAsync(DemoAccount by, string name, CancellationToken cancel)
    {
        var artefact = ContractArtefact.Of(name);
        await by.DoAsync($"the wasm of {name}", Operations.UploadContractWasm(artefact.Wasm), cancel);
        return artefact;
    }
}
