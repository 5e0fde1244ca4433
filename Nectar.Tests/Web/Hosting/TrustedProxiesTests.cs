using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Operators;
using Nectar.Tests.Web.Operators;
using Nectar.Web.Hosting;
using Nectar.Web.Operators;

namespace Nectar.Tests.Web.Hosting;

/// <summary>What a proxy in front says of its visitors, and what anybody else says.</summary>
public sealed class TrustedProxiesTests
{
    private const string Key = "a key of the tests alone";
    private const string Wrong = "a wrong key of the tests";
    private static readonly OperatorSettings operators = new() { Operators = new(new OperatorKey(Key), []) };
    private static readonly IPNetwork here = new(IPAddress.Loopback, 32);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Behind_https_both_cookies_are_secure_where_the_proxy_is_trusted_and_the_word_of_others_counts_for_nothing(bool isTrusted)
    {
        await using var web = await WebFixture.StartAsync(operators: operators, proxies: isTrusted ? [here] : []);
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = web.Address };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var page = await http.GetAsync(new Uri("/console", UriKind.Relative), Cancel);
        var forms = page.Headers.GetValues("Set-Cookie").Single();
        var token = (await page.Content.ReadAsStringAsync(Cancel)).Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/console/sign-in");
        request.Headers.Add("Cookie", forms.Split(';')[0]);
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("key", Key), KeyValuePair.Create("__RequestVerificationToken", token)]);

        using var answer = await http.SendAsync(request, Cancel);

        var session = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("nectar-operator=", StringComparison.Ordinal));
        Assert.All([forms, session], cookie => Assert.Equal(isTrusted, cookie.Contains("; secure", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Visitors_behind_a_trusted_proxy_have_ten_attempts_each_and_are_told_apart_in_the_audit_log()
    {
        await using var web = await WebFixture.StartAsync(operators: operators, proxies: [here]);
        using var guesser = new Visitor(web, ("X-Forwarded-For", "203.0.113.7"));
        using var operatorElsewhere = new Visitor(web, ("X-Forwarded-For", "203.0.113.8"));

        Assert.Equal(HttpStatusCode.TooManyRequests, await ExhaustAsync(guesser));

        Assert.Contains("Signed in as operator key, role admin.", (await operatorElsewhere.SignInAsync(Key)).Page, StringComparison.Ordinal);
        var audit = await web.Services.GetRequiredService<OperatorJournal>().AuditAsync(20, Cancel);
        Assert.Equal(10, audit.Count(a => a.Who == "somebody at 203.0.113.7"));
    }

    [Fact]
    public async Task Whoever_makes_up_another_address_for_each_attempt_has_ten_all_the_same()
    {
        await using var web = await WebFixture.StartAsync(operators: operators);
        using var guesser = new Visitor(web, ("X-Forwarded-For", "203.0.113.7"));
        using var again = new Visitor(web, ("X-Forwarded-For", "203.0.113.8"));
        await ExhaustAsync(guesser);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await again.SignInAsync(Key)).Status);
    }

    [Theory]
    [InlineData("10.0.0.7", "10.0.0.7/32")]
    [InlineData(" 10.0.0.0/8 , fd00::/8,::1", "10.0.0.0/8 fd00::/8 ::1/128")]
    [InlineData("", "")]
    public void Proxies_are_addresses_and_networks(string variable, string read)
    {
        var faults = new List<ConfigurationFault>();

        var settings = WebSettings.Read(name => name == "NECTAR_PROXIES" ? variable : null, faults);

        Assert.Equal(read, string.Join(' ', settings.Proxies));
        Assert.Empty(faults);
    }

    // Ten wrong keys, and what comes of an eleventh.
    private static async Task<HttpStatusCode> ExhaustAsync(Visitor visitor)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.SignInAsync(Wrong)).Status);
        }

        return (await visitor.SignInAsync(Wrong)).Status;
    }
}
