using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Journal;
using Nectar.Core.Operators;
using Nectar.Core.Soroban.Keys;
using Nectar.Tests.Support;
using Nectar.Web.Operators;

namespace Nectar.Tests.Web.Operators;

public sealed class SignInOverHttpTests
{
    private const string Key = "a key of the tests alone";
    private static readonly OperatorSettings operators = new() { Operators = new(new OperatorKey(Key), [Samples.Alpha]) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_key_gives_a_cookie_that_no_script_reads_and_no_other_site_sends()
    {
        await using var web = await WebFixture.StartAsync(operators: operators);
        using var visitor = new Visitor(web);

        var (_, page) = await visitor.SignInAsync(Key);

        Assert.Contains("Signed in as operator key, role admin.", page, StringComparison.Ordinal);
        var cookie = visitor.Cookies.GetCookies(web.Address)["nectar-operator"]!;
        Assert.True(cookie.HttpOnly);
        using var plain = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = web.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/console/sign-in");
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("key", Key), KeyValuePair.Create("__RequestVerificationToken", await TokenAsync(web, request))]);
        using var answer = await plain.SendAsync(request, Cancel);
        var set = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("nectar-operator=", StringComparison.Ordinal));
        Assert.Contains("samesite=strict", set, StringComparison.Ordinal);
        Assert.Contains("httponly", set, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_signs_nobody_in_and_stands_in_the_audit_log_without_the_key()
    {
        await using var web = await WebFixture.StartAsync(operators: operators);
        using var visitor = new Visitor(web);

        var (_, page) = await visitor.SignInAsync("a wrong key of the tests");

        Assert.Contains("Not signed in: that is not the key.", page, StringComparison.Ordinal);
        Assert.Null(visitor.Cookies.GetCookies(web.Address)["nectar-operator"]);
        var row = Assert.Single(await web.Services.GetRequiredService<OperatorJournal>().AuditAsync(10, Cancel));
        Assert.Equal(("somebody at 127.0.0.1", "sign-in refused: that is not the key"), (row.Who, row.What));
    }

    [Fact]
    public async Task After_ten_attempts_in_a_minute_none_is_heard()
    {
        await using var web = await WebFixture.StartAsync(operators: operators);
        using var visitor = new Visitor(web);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.SignInAsync("a wrong key of the tests")).Status);
        }

        var (status, text) = await visitor.SignInAsync(Key);

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Matches("^too many attempts, try again in [0-9]+ s$", text);
        using var again = await web.Http.PostAsync(new Uri("/console/sign-in", UriKind.Relative), null, Cancel);
        Assert.Equal(HttpStatusCode.TooManyRequests, again.StatusCode);
        Assert.InRange(again.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task A_signed_message_of_a_listed_account_signs_in_and_its_nonce_never_again()
    {
        await using var web = await WebFixture.StartAsync(operators: operators);
        using var visitor = new Visitor(web);
        var (nonce, signature) = await SignedAsync(visitor, Samples.KeyOf(1));

        var (_, page) = await SendAsync(visitor, Samples.KeyOf(1), nonce, signature);
        using var thief = new Visitor(web);
        var (_, replayed) = await SendAsync(thief, Samples.KeyOf(1), nonce, signature);

        Assert.Contains($"Signed in as {Samples.Alpha}, role admin.", page, StringComparison.Ordinal);
        Assert.Contains("Not signed in: this challenge was not given here, or has been answered before: begin anew.", replayed, StringComparison.Ordinal);
        Assert.Null(thief.Cookies.GetCookies(web.Address)["nectar-operator"]);
    }

    [Fact]
    public async Task A_signature_of_somebody_else_uses_the_nonce_up_and_an_account_off_the_list_stays_out()
    {
        await using var web = await WebFixture.StartAsync(operators: operators);
        using var visitor = new Visitor(web);
        var (nonce, signature) = await SignedAsync(visitor, Samples.KeyOf(1), signer: Samples.KeyOf(2));

        Assert.Contains("the signature is not the account's", (await SendAsync(visitor, Samples.KeyOf(1), nonce, signature)).Page, StringComparison.Ordinal);
        Assert.Contains("has been answered before", (await SendAsync(visitor, Samples.KeyOf(1), nonce, signature)).Page, StringComparison.Ordinal);
        var (other, itsOwn) = await SignedAsync(visitor, Samples.KeyOf(2));
        Assert.Contains($"{Samples.Beta} is not among NECTAR_VIEWER_ACCOUNTS, NECTAR_OPERATOR_ACCOUNTS or NECTAR_ADMIN_ACCOUNTS", (await SendAsync(visitor, Samples.KeyOf(2), other, itsOwn)).Page, StringComparison.Ordinal);
        Assert.Null(visitor.Cookies.GetCookies(web.Address)["nectar-operator"]);
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        await using var web = await WebFixture.StartAsync(operators: operators);
        using var visitor = new Visitor(web);
        await visitor.SignInAsync(Key);

        var (_, page) = await visitor.PostAsync("/console/sign-out");

        Assert.Contains("Signed out.", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.ActAsync(Samples.Alpha.ToString(), "Pause", "alpha")).Status);
    }

    [Fact]
    public void A_cookie_of_another_key_or_of_an_account_that_left_the_list_is_worth_nothing()
    {
        Assert.Equal(OperatorRole.Admin, RoleOf(OperatorIdentity.OfKey("operator key", operators.Operators.Key!.Fingerprint), operators));
        Assert.Null(RoleOf(
            OperatorIdentity.OfKey("operator key", operators.Operators.Key.Fingerprint), new OperatorSettings { Operators = new(new OperatorKey("another key of the tests"), []) }));
        Assert.Equal(OperatorRole.Admin, RoleOf(OperatorIdentity.OfAccount(Samples.Alpha), operators));
        Assert.Null(RoleOf(OperatorIdentity.OfAccount(Samples.Beta), operators));
        Assert.Null(RoleOf(null, operators));

        static OperatorRole? RoleOf(System.Security.Claims.ClaimsPrincipal? user, OperatorSettings settings) => OperatorIdentity.RoleOf(user, settings);
    }

    private static async Task<(string Nonce, string Signature)> SignedAsync(Visitor visitor, KeyPair account, KeyPair? signer = null)
    {
        var (_, text) = await visitor.PostAsync("/console/challenge", fields: ("account", account.AccountId.ToString()));
        using var challenge = JsonDocument.Parse(text);
        var message = challenge.RootElement.GetProperty("text").GetString()!;
        return (challenge.RootElement.GetProperty("nonce").GetString()!, Convert.ToBase64String((signer ?? account).Sign(SignedMessage.Digest(message))));
    }

    private static Task<(HttpStatusCode Status, string Page)> SendAsync(Visitor visitor, KeyPair account, string nonce, string signature) => visitor.PostAsync(
        "/console/sign-in/account", true, ("account", account.AccountId.ToString()), ("nonce", nonce), ("signature", signature));

    private static async Task<string> TokenAsync(WebFixture web, HttpRequestMessage request)
    {
        using var page = await web.Http.GetAsync(new Uri("/console", UriKind.Relative), Cancel);
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        var text = await page.Content.ReadAsStringAsync(Cancel);
        return text.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
    }
}
