using System.Net;
using Nectar.Core.Operators;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Operators;
using Nectar.Web.Operators;

namespace Nectar.Tests.Web.Hosting;

/// <summary>Whatever somebody puts into an address or a form: it is answered with a status that fits, and where it is wrong with the value and the rule.</summary>
public sealed class StrangeRequestsTests
{
    private const string Unknown = "00000000-0000-0000-0000-000000000001";
    private static readonly string longest = new('a', 3_000);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int, string, string> Requests => new()
    {
        { 400, "/vault?watch=nonsense", "“nonsense” is no address: an account G… or a contract C… of 56 letters and digits is needed." },
        { 400, $"/vault?watch={longest}", $"“{longest[..80]}…” is no address" },
        { 400, "/vault?watch=%3Cscript%3Ealert(1)%3C/script%3E", "“<script>alert(1)</script>” is no address" },
        { 200, "/live/vault?watch=nonsense", "“nonsense” is no address" },
        { 400, "/?hf=many", "“many” is no health factor" },
        { 400, "/?hf=-1", "“-1” is no health factor" },
        { 400, "/?hf=%D9%A1", "“\u0661” is no health factor" },
        { 400, "/?hf=99999999999999999999999999999999999999999", "is no health factor" },
        { 400, "/?hf=1.00000001", "“1.00000001” is no health factor" },
        { 400, "/console?line=many", "“many” is no line: a whole number from 1 to 1 is one. The newest are shown." },
        { 400, "/console?line=99999999999999999999", "“99999999999999999999” is no line" },
        { 400, "/rewind?t=%3Cb%3E", "“<b>” is no second: t=2026-11-29T12:03:41Z is one, in UTC" },
        { 400, "/rewind?t=99999999999999999999", "“99999999999999999999” is no second" },
        { 200, "/rewind?t=1", "Of 1970-01-01T00:00:01Z nothing is kept: the first that is kept is of 2026-11-24T12:00:01Z, which is shown instead." },
        { 200, "/rewind?t=253402300799", "9999-12-31T23:59:59Z has not come yet" },
        { 200, "/live/rewind?t=nonsense", "REWOUND" },
        { 200, "/console?line=-1", "There is no line -1: ids go from 1 to 1." },
        { 200, "/console?line=9223372036854775807", "There is no line 9223372036854775807: ids go from 1 to 1." },
        { 200, "/console?case=%3Cb%3E", "“<b>” is no case id" },
        { 404, "/liquidations/x", "No such page" },
        { 404, $"/liquidations/{Unknown}", $"This journal has no case {Unknown}." },
        { 400, "/positions/x", "“x” is no address" },
        { 400, "/transactions/x", "is not a transaction hash" },
        { 404, $"/sandbox/{Unknown}", "No such simulation" },
        { 400, "/api/history.csv?account=G%0AX", "“G\nX” is no address" },
        { 400, "/api/history.csv", "“” is no address" },
        { 400, "/api/cooldown.ics?account=1,5", "“1,5” is no address" },
        { 400, "/api/read/position", "“” is no address" },
        { 404, "/api/read/withdraw", "'withdraw' is none of" },
        { 400, "/api/events?since=1e3", "'1e3' is no event id: a whole number from 0 is needed" },
        { 400, "/console/alerts.json?since=many", "since=many: must be a whole number, the id of the last alert" },
        { 400, "/console/log.txt?count=-5", "count=-5: must be a whole number from 1 to 200000" },
        { 400, "/console/log.txt?level=7", "level=7: must be all, events, warnings or errors" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_strange_value_is_answered_with_its_status_the_value_and_the_rule(int status, string path, string told)
    {
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        await web.Journal.AppendAsync(Samples.Line(1), null, Cancel);

        using var answer = await web.Http.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        var body = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(told, WebUtility.HtmlDecode(body), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_told_what_to_do()
    {
        await using var web = await WebFixture.StartAsync(operators: new OperatorSettings { Operators = new(new OperatorKey("a key of the tests alone"), []) });
        using var visitor = new Visitor(web);

        foreach (var path in new[] { "/console/sign-in", "/console/sign-in/account", "/console/challenge", "/sandbox" })
        {
            var (status, text) = await visitor.PostAsync(path, hasToken: false, ("key", "any"));

            Assert.Equal((path, HttpStatusCode.BadRequest), (path, status));
            Assert.Equal("Not done: the form's token is missing or no longer counts. Load the page again and send the form anew.", text);
        }
    }

    [Fact]
    public async Task What_a_keeper_calls_itself_and_what_a_server_said_stand_in_pages_as_text_and_never_as_markup()
    {
        const string Markup = "<img src=x onerror=alert(1)>";
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        await web.Journal.AppendAsync(Samples.Line(1) with { KeeperName = Markup, Reason = $"</script>{Markup}" }, null, Cancel);

        foreach (var path in new[] { "/", "/console", "/live/console", "/console?line=1" })
        {
            var page = await web.Http.GetStringAsync(new Uri(path, UriKind.Relative), Cancel);

            Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
            Assert.DoesNotContain("</script>&lt;img", page, StringComparison.Ordinal);
        }

        Assert.Contains("&lt;img src=x", await web.Http.GetStringAsync(new Uri("/console", UriKind.Relative), Cancel), StringComparison.Ordinal);
    }
}
