using System.Net;
using System.Text.Json;
using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Registry;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Flow;

namespace Nectar.Tests.Web.Api;

public sealed class ReadApiTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_figure_can_be_read_again_from_the_contract_itself()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(demo));
        var alice = demo.People.Depositors[0].Address;

        using var answer = JsonDocument.Parse(await web.Http.GetStringAsync(new Uri($"/api/read/position?address={alice}", UriKind.Relative), Cancel));

        var value = VaultPosition.FromSCVal(XdrCodec.FromBase64<SCVal>(answer.RootElement.GetProperty("xdr").GetString()!));
        Assert.Equal(await demo.Server.ReadAsync(new VaultClient(demo.Contracts.Vault).Position(alice), Cancel), value);
        Assert.Equal(demo.Contracts.Vault.ToString(), answer.RootElement.GetProperty("contract").GetString());
        Assert.Equal(demo.Network.Latest.Sequence, answer.RootElement.GetProperty("ledger").GetUInt32());
    }

    [Fact]
    public async Task The_registered_keepers_and_each_ones_entry_can_be_read_again_from_the_registry()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(demo));
        var alpha = demo.People.Keepers[0].Address;

        using var page = JsonDocument.Parse(await web.Http.GetStringAsync(new Uri("/api/read/get_keepers_page", UriKind.Relative), Cancel));
        using var entry = JsonDocument.Parse(await web.Http.GetStringAsync(new Uri($"/api/read/get_keeper?address={alpha}", UriKind.Relative), Cancel));

        var keepers = SCVal.FromVec([.. demo.People.Keepers.Select(k => new SCVal.Address(k.Address))]);
        Assert.Equal(keepers.ToBase64(), page.RootElement.GetProperty("xdr").GetString());
        Assert.Equal(demo.Contracts.Registry.ToString(), page.RootElement.GetProperty("contract").GetString());
        Assert.Equal(
            await demo.Server.ReadAsync(new RegistryClient(demo.Contracts.Registry).GetKeeper(alpha), Cancel),
            KeeperEntry.FromSCVal(XdrCodec.FromBase64<SCVal>(entry.RootElement.GetProperty("xdr").GetString()!)));
    }

    [Fact]
    public async Task A_borrowers_amounts_can_be_read_again_from_the_pool_and_an_accounts_XLM_from_its_entry()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(demo));
        var (alice, borrower) = (demo.People.Depositors[0], demo.People.Borrowers[0].Address);

        using var position = JsonDocument.Parse(await web.Http.GetStringAsync(new Uri($"/api/read/get_positions?address={borrower}", UriKind.Relative), Cancel));
        using var account = JsonDocument.Parse(await web.Http.GetStringAsync(new Uri($"/api/read/account?address={alice.Address}", UriKind.Relative), Cancel));
        using var missing = await web.Http.GetAsync(new Uri($"/api/read/account?address={Samples.KeyOf(98).AccountId}", UriKind.Relative), Cancel);
        using var contract = await web.Http.GetAsync(new Uri($"/api/read/account?address={demo.Contracts.Vault}", UriKind.Relative), Cancel);

        Assert.Equal(demo.Contracts.Pool.ToString(), position.RootElement.GetProperty("contract").GetString());
        Assert.Equal(
            (await demo.Server.ReadAsync(new PoolClient(demo.Contracts.Pool).GetPositions(borrower), Cancel)).ToSCVal().ToBase64(), position.RootElement.GetProperty("xdr").GetString());
        var entry = XdrCodec.FromBase64<LedgerEntryData>(account.RootElement.GetProperty("xdr").GetString()!);
        Assert.Equal(alice.Address, SCAddress.From(Assert.IsType<LedgerEntryData.Account>(entry).Value.AccountId.ToAccountId()));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.BadRequest), (missing.StatusCode, contract.StatusCode));
    }

    [Theory]
    [InlineData("/api/read/withdraw", HttpStatusCode.NotFound, "'withdraw' is none of")]
    [InlineData("/api/read/position?address=abc", HttpStatusCode.BadRequest, "“abc” is no address")]
    public async Task Anything_but_a_read_of_an_address_is_refused_with_the_rule(string path, HttpStatusCode code, string rule)
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(demo));

        using var answer = await web.Http.GetAsync(new Uri(path, UriKind.Relative), Cancel);

        Assert.Equal(code, answer.StatusCode);
        Assert.Contains(rule, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }
}
