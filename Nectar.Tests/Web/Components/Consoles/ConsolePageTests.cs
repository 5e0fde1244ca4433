using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Keeper;
using Nectar.Tests.Support;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Components.Consoles;

public sealed class ConsolePageTests
{
    private static readonly Guid id = Guid.CreateVersion7(Samples.Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_itself_holds_keepers_log_trace_and_reasons()
    {
        await using var web = await FilledAsync();

        var page = await GetAsync(web, $"/console?case={id}");

        Assert.Contains("data-keeper=\"alpha\"", page, StringComparison.Ordinal);
        Assert.Contains("POSSIBLY DOWN", page, StringComparison.Ordinal);
        Assert.Contains("data-step=\"FILLED\"", page, StringComparison.Ordinal);
        Assert.Contains("HF 1.0312", page, StringComparison.Ordinal);
        Assert.Equal(200, page.Split("class=\"log-line ").Length - 1);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_a_line_shows_it_among_its_neighbours_and_one_that_is_not_there_says_why()
    {
        await using var web = await FilledAsync();

        var page = await GetAsync(web, "/console?line=100");
        var beyond = await GetAsync(web, "/console?line=9999");

        Assert.Matches("log-marked\"[^>]+data-id=\"100\"[^>]+aria-current=\"true\"", page);
        Assert.Equal(101, page.Split("class=\"log-line ").Length - 1);
        Assert.Contains("There is no line 9999: ids go from 1 to 303.", beyond, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not-an-id", "is no case id")]
    [InlineData("00000000-0000-0000-0000-000000000001", "this journal has no case 00000000-0000-0000-0000-000000000001")]
    public async Task A_case_that_cannot_be_traced_says_why(string asked, string why)
    {
        await using var web = await WebFixture.StartAsync();

        Assert.Contains(why, await GetAsync(web, $"/live/console?case={asked}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_can_be_downloaded_as_text_filtered_and_as_events_that_read_back()
    {
        await using var web = await FilledAsync();

        var text = (await GetAsync(web, "/console/log.txt?level=warnings&text=detected")).TrimEnd('\n');
        var lines = (await GetAsync(web, "/console/log.ndjson?count=3")).TrimEnd('\n').Split('\n');

        Assert.Equal($"2026-11-24T12:00:00.000Z  301  ledger 100  alpha  ▲ DETECTED  {Shown.Address(Samples.Borrower)} health 0.9312, owes 900.00 USD against 1,000.00 USD  case {id}", text);
        Assert.Equal([301, 302, 303], lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetInt64()));
        Assert.Equal(Samples.Liquidated(id), KeeperJson.ReadEvent(lines[1].Replace("\"id\":302,", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/console/log.txt?count=0", "count=0: must be a whole number from 1 to 200000, by default 10000")]
    [InlineData("/console/log.ndjson?level=loud", "level=loud: must be all, events, warnings or errors")]
    [InlineData("/console/log.txt?text=/(/", "text=/(/: Invalid pattern '(' at offset 1. Not enough )'s.")]
    public async Task A_download_that_cannot_be_is_refused_with_the_rule(string path, string why)
    {
        await using var web = await WebFixture.StartAsync();

        using var answer = await web.Http.GetAsync(new Uri(path, UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(why, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static Task<string> GetAsync(WebFixture web, string path) => web.Http.GetStringAsync(new Uri(path, UriKind.Relative), Cancel);

    // A view as old as the samples: its keeper has been silent since.
    private static async Task<WebFixture> FilledAsync()
    {
        var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        web.Services.GetRequiredService<KeeperBoard>().Set(Samples.View());
        for (var n = 1; n <= 300; n++)
        {
            await web.Journal.AppendAsync(Samples.Line(n), null, Cancel);
        }

        await web.Journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel);
        await web.Journal.AppendAsync(Samples.Liquidated(id), Samples.Case(id, new CaseState.Returned()), Cancel);
        await web.Journal.AppendAsync(new KeeperEvent.CycleEnded(4, 3, 0, 0, null, null, [new(Samples.Borrower, "HF 1.0312 ≥ 1")])
        {
            Keeper = Samples.Alpha,
            KeeperName = "alpha",
            At = Samples.Now,
            Ledger = new(120),
        }, null, Cancel);
        return web;
    }
}
