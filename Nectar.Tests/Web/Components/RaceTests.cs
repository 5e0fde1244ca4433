using System.Net;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.Components.Races;

namespace Nectar.Tests.Web.Components;

public sealed class RaceTests
{
    private static readonly Guid won = Guid.CreateVersion7(Samples.Now);
    private static readonly Guid lost = Guid.CreateVersion7(Samples.Now.AddSeconds(1));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-3, 0, 100)]
    [InlineData(0, 0, 100)]
    [InlineData(100, 50, 100)]
    [InlineData(200, 100, 100)]
    [InlineData(300, 100, 50)]
    [InlineData(400, 100, 0)]
    [InlineData(9_000, 100, 0)]
    public void The_curve_is_that_of_the_pool(long elapsed, int lot, int bid) =>
        Assert.Equal((lot, bid), (Race.LotPercent(elapsed), Race.BidPercent(elapsed)));

    [Fact]
    public async Task Both_keepers_of_one_auction_run_on_its_clock_and_another_auction_stays_out()
    {
        await using var web = await FilledAsync();
        var journal = (JournalQueries)web.Services.GetService(typeof(JournalQueries))!;
        var timeline = (await journal.TimelineAsync(won, Cancel))!;

        var race = Race.Of(timeline.Case, await journal.RaceAsync(timeline.Case, Cancel))!;

        Assert.Equal(["alpha", "beta"], race.Runners.Select(r => r.Name));
        Assert.Equal([true, false], race.Runners.Select(r => r.HasWon));
        Assert.Equal([("detected", -1L), ("won", 19L)], race.Runners[0].Marks.Select(m => (m.Word, m.Elapsed)));
        Assert.Equal([("detected", 0L), ("lost", 20L)], race.Runners[1].Marks.Select(m => (m.Word, m.Elapsed)));
    }

    [Fact]
    public async Task The_replay_is_in_the_document_and_goes_out_as_an_image()
    {
        await using var web = await FilledAsync();

        var page = WebUtility.HtmlDecode(await web.Http.GetStringAsync(new Uri($"/liquidations/{won}", UriKind.Relative), Cancel));
        using var image = await web.Http.GetAsync(new Uri($"/liquidations/{won}.svg", UriKind.Relative), Cancel);

        Assert.Contains("alpha won: detected at -1, won at 19. beta lost: detected at 0, lost at 20", page, StringComparison.Ordinal);
        Assert.Contains($"stellar tx fetch --hash {Samples.Hash}", page, StringComparison.Ordinal);
        Assert.Contains("filled: 9 % of the lot for 100 % of the bid", page, StringComparison.Ordinal);
        Assert.Matches($"og:image\" content=\"[^\"]+/liquidations/{won}.svg\"", page);
        Assert.Equal("image/svg+xml", image.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("<svg xmlns", (await image.Content.ReadAsStringAsync(Cancel)).TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_home_page_draws_the_race_of_the_last_liquidation_and_links_its_replay()
    {
        await using var web = await FilledAsync();

        var page = WebUtility.HtmlDecode(await web.Http.GetStringAsync(new Uri("/", UriKind.Relative), Cancel));

        Assert.Contains("alpha won: detected at -1, won at 19. beta lost: detected at 0, lost at 20", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/liquidations/{won}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_performance_page_links_every_liquidation_to_its_replay()
    {
        await using var web = await FilledAsync();
        await web.WhenVaultIsReadAsync();

        var page = WebUtility.HtmlDecode(await web.Http.GetStringAsync(new Uri("/performance", UriKind.Relative), Cancel));
        var islands = await web.Http.GetStringAsync(new Uri("/live/performance", UriKind.Relative), Cancel);

        Assert.Contains($"href=\"/liquidations/{won}\"", page, StringComparison.Ordinal);
        Assert.Contains("60,000.00", page, StringComparison.Ordinal);
        Assert.Contains("half within 20 ledgers, 95 % within 20", page, StringComparison.Ordinal);
        Assert.All(new[] { "figures", "chart", "scores", "liquidations", "depositors" }, name => Assert.Contains($"data-island=\"{name}\"", islands, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_that_is_not_there_says_so()
    {
        await using var web = await WebFixture.StartAsync();

        using var page = await web.Http.GetAsync(new Uri($"/liquidations/{won}", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("This journal has no case", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var image = await web.Http.GetAsync(new Uri($"/liquidations/{won}.svg", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, image.StatusCode);
    }

    private static async Task<WebFixture> FilledAsync()
    {
        var web = await WebFixture.StartAsync();
        var other = Guid.CreateVersion7(Samples.Now.AddSeconds(2));
        await AppendAsync(web, Samples.Detected(won), won, 101);
        await AppendAsync(web, Samples.Detected(lost) with { Keeper = Samples.Beta, KeeperName = "beta", Ledger = new LedgerNumber(101) }, lost, 101);
        await AppendAsync(web, Samples.Detected(other), other, 500);
        await AppendAsync(web, Samples.Liquidated(won), won, 101, new CaseState.Returned());
        await AppendAsync(
            web,
            new KeeperEvent.RaceLost(CaseStep.Fill, 230, Samples.Alpha.ToString(), null, 100, "the auction is gone")
            {
                Keeper = Samples.Beta,
                KeeperName = "beta",
                Ledger = new LedgerNumber(121),
                At = Samples.Now,
                CaseId = lost,
                Borrower = Samples.Borrower,
            },
            lost, 101, new CaseState.Lost("gone"));
        return web;
    }

    private static Task<long> AppendAsync(WebFixture web, KeeperEvent happened, Guid id, uint start, CaseState? state = null) =>
        web.Journal.AppendAsync(happened, Samples.Case(id, state ?? new CaseState.Detected()) with { Keeper = happened.Keeper, AuctionStart = new LedgerNumber(start) }, Cancel);
}
