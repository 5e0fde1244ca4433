using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Nectar.Tests.LocalNet.Http;

public sealed class HorizonEndpointsTests(ServedNetwork network) : IClassFixture<ServedNetwork>
{
    [Theory]
    [InlineData("/accounts/GABC", 400, "account_id is 'GABC'; it must be the address of an account (G…)")]
    [InlineData("/accounts/GAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAWHF", 404, "there is no account GAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAWHF")]
    [InlineData("/transactions/xyz", 400, "tx_id is 'xyz'; it must be 64 hex digits")]
    [InlineData("/ledgers?limit=0", 400, "limit is '0'; it must be from 1 to 200")]
    [InlineData("/ledgers?limit=201", 400, "limit is '201'; it must be from 1 to 200")]
    [InlineData("/ledgers?limit=-1", 400, "limit is '-1'; it must be from 1 to 200")]
    public async Task What_cannot_be_answered_is_refused_with_its_value_and_rule(string path, int status, string detail)
    {
        using var answer = await network.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((status, detail), ((int)answer.StatusCode, await DetailAsync(answer)));
        await network.AssertServesAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("tx=")]
    [InlineData("tx=%00%ff")]
    [InlineData("tx=AAAAAgAAAAA=")]
    [InlineData("nothing=1")]
    public async Task What_is_no_envelope_is_not_submitted(string form)
    {
        using var content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await network.Http.PostAsync(new Uri("/transactions", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("tx is not a TransactionEnvelope in base64: ", await DetailAsync(answer), StringComparison.Ordinal);
        await network.AssertServesAsync();
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("detail").GetString();
}
