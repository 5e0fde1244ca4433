using System.Net;
using Nectar.Core.Keeper;
using Nectar.Tests.Support;
using Nectar.Web.Rewind;

namespace Nectar.Tests.Web.Components;

public sealed class RewindPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_shows_its_second_with_the_last_line_marked_and_the_ways_around_it()
    {
        await using var web = await WebFixture.StartAsync();
        for (var n = 1; n <= 60; n++)
        {
            await web.Journal.AppendAsync(Samples.Line(n * 10), null, Cancel);
        }

        var page = await GetAsync(web, $"{RewindTime.LinkTo(Samples.Now.AddSeconds(555))}&from=console");

        Assert.Contains("<title>Nectar, rewound to 2026-11-24T12:09:15Z</title>", page, StringComparison.Ordinal);
        Assert.Contains("data-figure=\"clock\">12:09:15</b> UTC", page, StringComparison.Ordinal);
        Assert.Equal(50, page.Split("class=\"log-line ").Length - 1);
        Assert.Contains("log-marked\" data-id=\"55\" aria-current=\"true\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-id=\"5\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-id=\"56\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/rewind?t=2026-11-24T12:09:10Z&from=console\" data-event=\"before\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/rewind?t=2026-11-24T12:09:20Z&from=console\" data-event=\"after\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/rewind?t=2026-11-24T12:09:14Z&from=console\" data-step=\"-1\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/console?line=55\"", page, StringComparison.Ordinal);
        Assert.Contains("min=\"1795521610\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"1795522155\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "/")]
    [InlineData("&from=home", "/")]
    [InlineData("&from=console", "/console")]
    [InlineData("&from=https://elsewhere.example", "/")]
    public async Task Live_goes_back_to_where_one_came_from_and_nowhere_else(string from, string back)
    {
        await using var web = await WebFixture.StartAsync();
        await web.Journal.AppendAsync(Samples.Line(1), null, Cancel);

        var page = await GetAsync(web, $"/rewind?t=2026-11-24T12:00:05Z{from}");

        Assert.Contains($"href=\"{back}\" data-live>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_changing_parts_can_be_fetched_alone_and_have_the_same_names()
    {
        await using var web = await WebFixture.StartAsync();
        await web.Journal.AppendAsync(Samples.Line(1), null, Cancel);

        var (islands, page) = (await GetAsync(web, "/live/rewind?t=2026-11-24T12:00:05Z"), await GetAsync(web, "/rewind?t=2026-11-24T12:00:05Z"));

        string[] names = ["moment", "marks", "vault", "keepers", "lines", "positions"];
        Assert.All(names, name => Assert.Contains($"data-island=\"{name}\"", islands, StringComparison.Ordinal));
        Assert.All(names, name => Assert.Contains($"data-island=\"{name}\"", page, StringComparison.Ordinal));
        Assert.Contains("data-moment=\"1795521605\"", islands, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_has_happened_yet_each_part_says_so_and_before_the_network_is_ready_the_page_waits()
    {
        await using var empty = await WebFixture.StartAsync();
        await using var early = await WebFixture.StartAsync(isReady: false);

        var (page, waiting) = (await GetAsync(empty, "/rewind"), await GetAsync(early, "/rewind?t=5"));

        Assert.Contains("Not there for this second: no line has been written yet.", page, StringComparison.Ordinal);
        Assert.Contains("Not there for this second: no position has been written down yet.", page, StringComparison.Ordinal);
        Assert.Contains("Not there for this second: the vault's events are not read yet.", page, StringComparison.Ordinal);
        Assert.Contains("Waiting: starting.", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("REWOUND", waiting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_traces_and_races_link_to_the_seconds_of_their_lines()
    {
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        var id = Guid.CreateVersion7(Samples.Now);
        await web.Journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel);
        await web.Journal.AppendAsync(Samples.Liquidated(id), Samples.Case(id, new CaseState.Returned()), Cancel);

        foreach (var (path, link) in new[]
        {
            ("/", "href=\"/rewind\""),
            ("/", "href=\"/rewind?t=2026-11-24T12:00:00Z\""),
            ("/console", "href=\"/rewind?from=console\""),
            ("/console?line=2", "href=\"/rewind?t=2026-11-24T12:00:30Z&from=console\""),
            ($"/console?case={id}", "href=\"/rewind?t=2026-11-24T12:00:30Z&from=console\""),
            ($"/liquidations/{id}", "href=\"/rewind?t=2026-11-24T12:00:30Z\""),
        })
        {
            Assert.Contains(link, await GetAsync(web, path), StringComparison.Ordinal);
        }
    }

    private static async Task<string> GetAsync(WebFixture web, string path) =>
        WebUtility.HtmlDecode(await web.Http.GetStringAsync(new Uri(path, UriKind.Relative), Cancel));
}
