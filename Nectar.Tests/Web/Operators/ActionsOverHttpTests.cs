using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Operators;
using Nectar.Tests.Support;
using Nectar.Web.Operators;

namespace Nectar.Tests.Web.Operators;

public sealed class ActionsOverHttpTests
{
    private const string Key = "a key of the tests alone";
    private static readonly OperatorSettings operators = new() { Operators = new(new OperatorKey(Key), []) };
    private static readonly string alpha = Samples.Alpha.ToString();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_nothing_configured_the_page_says_how_to_and_no_form_acts()
    {
        await using var web = await WebFixture.StartAsync();
        using var visitor = new Visitor(web);

        var page = await visitor.GetAsync();
        var (status, _) = await visitor.ActAsync(alpha, "Pause", "alpha");

        Assert.Contains("This console only reads.", page, StringComparison.Ordinal);
        Assert.Contains("NECTAR_OPERATOR_KEY", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        await ExpectUnchangedAsync(web);
    }

    [Fact]
    public async Task Whoever_is_signed_in_and_confirms_acts_and_the_audit_log_tells_who_what_before_and_after()
    {
        await using var web = await WebFixture.StartAsync(operators: operators);
        using var visitor = new Visitor(web);
        await visitor.SignInAsync(Key);

        var (_, page) = await visitor.ActAsync(alpha, "SetMinProfit", "alpha", "1.005");

        Assert.Contains("Done: set minimum profit. alpha is running, minimum profit 1.0050000, poll interval 10 s.", page, StringComparison.Ordinal);
        Assert.Contains("data-audit=\"set minimum profit\"", page, StringComparison.Ordinal);
        Assert.Equal("1.0050000", (await SettingsAsync(web)).MinProfit.ToExactString());
        var row = (await AuditAsync(web))[0];
        Assert.Equal(
            ("operator key", "set minimum profit", "alpha", "running, minimum profit 1.0000000, poll interval 10 s", "running, minimum profit 1.0050000, poll interval 10 s"),
            (row.Who, row.What, row.Target, row.Before, row.After));
    }

    [Fact]
    public async Task Without_the_cookie_nothing_changes()
    {
        await using var web = await WebFixture.StartAsync(operators: operators);
        using var visitor = new Visitor(web);

        var (status, _) = await visitor.ActAsync(alpha, "Pause", "alpha");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        await ExpectUnchangedAsync(web);
    }

    [Fact]
    public async Task A_request_forged_by_another_site_has_the_cookie_but_not_the_pages_token_and_changes_nothing()
    {
        await using var web = await WebFixture.StartAsync(operators: operators);
        using var visitor = new Visitor(web);
        await visitor.SignInAsync(Key);

        var (status, _) = await visitor.ActAsync(alpha, "Pause", "alpha", hasToken: false);
        var (signOut, _) = await visitor.PostAsync("/console/sign-out", hasToken: false);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (status, signOut));
        await ExpectUnchangedAsync(web);
        Assert.Contains("data-operator", await visitor.GetAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pause", "beta", "", "0", "to confirm, the keeper's name must be typed as it is: alpha")]
    [InlineData("Pause", "alpha", "", "7", "somebody changed the settings meanwhile")]
    [InlineData("SetPollInterval", "alpha", "2", "0", "poll interval '2': must be a whole number of seconds from 3 to 300")]
    public async Task What_is_refused_says_why_and_changes_nothing(string action, string confirmation, string value, string version, string why)
    {
        await using var web = await WebFixture.StartAsync(operators: operators);
        using var visitor = new Visitor(web);
        await visitor.SignInAsync(Key);

        var (_, page) = await visitor.ActAsync(alpha, action, confirmation, value, version);

        Assert.Contains($"Not done: {why}", page, StringComparison.Ordinal);
        await ExpectUnchangedAsync(web);
    }

    [Fact]
    public async Task A_keeper_of_another_process_cannot_be_acted_on()
    {
        await using var web = await WebFixture.StartAsync(operators: operators);
        using var visitor = new Visitor(web);
        await visitor.SignInAsync(Key);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.ActAsync(Samples.Beta.ToString(), "Pause", "beta")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.ActAsync(alpha, "Sell", "alpha")).Status);
    }

    private static async Task<KeeperSettings> SettingsAsync(WebFixture web) =>
        (await web.Services.GetRequiredService<KeeperControls>().OfAsync(Samples.Network().Keepers[0], Cancel)).Current;

    private static async Task<IReadOnlyList<AuditEntry>> AuditAsync(WebFixture web) => await web.Services.GetRequiredService<OperatorJournal>().AuditAsync(10, Cancel);

    private static async Task ExpectUnchangedAsync(WebFixture web)
    {
        Assert.Equal(KeeperSettings.Of(Samples.Network().Keepers[0]), await SettingsAsync(web));
        Assert.Null(await web.Services.GetRequiredService<OperatorJournal>().SettingsAsync(Samples.Alpha, Cancel));
        Assert.DoesNotContain(await AuditAsync(web), a => a.Target.Length > 0);
    }
}
