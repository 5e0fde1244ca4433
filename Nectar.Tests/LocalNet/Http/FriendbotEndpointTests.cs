using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Tests.LocalNet.Http;

public sealed class FriendbotEndpointTests(ServedNetwork network) : IClassFixture<ServedNetwork>
{
    [Theory]
    [InlineData("", "addr is missing; it must be the address to fund (G… or C…)")]
    [InlineData("?addr=", "addr is missing; it must be the address to fund (G… or C…)")]
    [InlineData("?addr=nonsense", "addr is 'nonsense'; it must be the address of an account (G…) or a contract (C…)")]
    [InlineData("?addr=TAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABLVU", "addr is the address of a PreAuthTransaction; it must be that of an account (G…) or a contract (C…)")]
    public async Task What_is_no_address_is_refused(string query, string detail)
    {
        Assert.Equal((HttpStatusCode.BadRequest, detail), await AskAsync(query));
        await network.AssertServesAsync();
    }

    [Fact]
    public async Task An_account_is_funded_once_and_a_contract_each_time()
    {
        var (account, contract) = (TestNetwork.Key(5).AccountId, Support.Samples.ContractOf(5));

        Assert.Equal((HttpStatusCode.OK, null), await AskAsync($"?addr={account}"));
        Assert.Equal((HttpStatusCode.BadRequest, $"account already funded to starting balance: createAccountAlreadyExist ({account})"), await AskAsync($"?addr={account}"));
        Assert.Equal((HttpStatusCode.OK, null), await AskAsync($"?addr={contract}"));
        Assert.Equal((HttpStatusCode.OK, null), await AskAsync($"?addr={contract}"));
    }

    [Fact]
    public async Task Where_the_root_account_is_gone_nobody_is_funded_and_all_else_goes_on()
    {
        await using var other = await TestServed();
        var ledger = other.Application.Services.Network;
        using var root = ledger.Network.RootKeyPair();
        var heir = TestNetwork.Key(6);
        await ledger.FundAsync(heir.AccountId, 10 * TestNetwork.Xlm, TestContext.Current.CancellationToken);
        var merge = new Operation(null, new OperationBody.AccountMerge(MuxedAccount.From(heir.AccountId)));
        var sequence = ledger.Latest.State.FindAccount(root.AccountId)!.SeqNum;
        await ledger.SubmitAsync(
            new TransactionBuilder(MuxedAccount.From(root.AccountId), sequence, ledger.Network).Add(merge).ValidUntil(new Nectar.Core.Units.LedgerNumber(1_000)).Build().Sign(root).ToEnvelope(),
            TestContext.Current.CancellationToken);
        Assert.Null(ledger.Latest.State.FindAccount(root.AccountId));

        using var answer = await other.Http.GetAsync(new Uri($"/friendbot?addr={TestNetwork.Key(7).AccountId}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(-32600, (await other.CallAsync("localnet_fund", $$"""{"address":"{{TestNetwork.Key(7).AccountId}}"}""")).Code);
        await other.AssertServesAsync();

        static async Task<ServedNetwork> TestServed()
        {
            var served = new ServedNetwork();
            await served.InitializeAsync();
            return served;
        }
    }

    private async Task<(HttpStatusCode Status, string? Detail)> AskAsync(string query)
    {
        using var answer = await network.Http.GetAsync(new Uri($"/friendbot{query}", UriKind.Relative), TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return (answer.StatusCode, body.TryGetProperty("detail", out var detail) ? detail.GetString() : null);
    }
}
