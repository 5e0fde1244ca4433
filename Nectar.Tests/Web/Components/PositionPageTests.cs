using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Components;

public sealed class PositionPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_borrower_stands_with_what_it_has_how_it_came_there_and_the_way_to_each_race()
    {
        await using var web = await WebFixture.StartAsync();
        var id = Guid.CreateVersion7(Samples.Now);
        await web.Journal.AppendAsync(Samples.Detected(id), Samples.Case(id, new CaseState.Detected()), Cancel);
        await web.Journal.AppendAsync(Samples.Liquidated(id), Samples.Case(id, new CaseState.Returned()) with { Profit = new Usdc(12_3456789) }, Cancel);
        var positions = web.Services.GetRequiredService<PositionJournal>();
        await positions.RecordAsync(Samples.Pool, [Sample(20, 15_000_000), Sample(70, 9_000_000)], Cancel);

        web.Services.GetRequiredService<KeeperBoard>().Set(Samples.View(Samples.Position(Samples.Borrower, 12_500_000, "HF 1.2500 ≥ 1")));
        var (status, page) = await GetAsync(web, $"/positions/{Samples.Borrower}");
        var (_, islands) = await GetAsync(web, $"/live/positions/{Samples.Borrower}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.All(new[] { page, islands }, html =>
        {
            Assert.Contains("data-figure=\"health\" title=\"1.2500000\">1.2500<", html, StringComparison.Ordinal);
            Assert.Contains("data-figure=\"distance\">20.0 %<", html, StringComparison.Ordinal);
            // From 1.5 down to 0.9 at half of the time, held until the look of now.
            Assert.Contains("d=\"M0 0.0H500V200.0H1000V83.3\"", html, StringComparison.Ordinal);
            Assert.Contains($"href=\"/liquidations/{id}\"", html, StringComparison.Ordinal);
            Assert.Contains(">12.34<", html, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task What_keepers_see_is_written_down_beside_them_and_shown_after_the_debt_is_paid()
    {
        await using var web = await WebFixture.StartAsync();
        var (board, positions) = (web.Services.GetRequiredService<KeeperBoard>(), web.Services.GetRequiredService<PositionJournal>());
        board.Set(Samples.View(Samples.Position(Samples.Borrower, 12_500_000, "any")));
        await WaitForAsync(1);
        board.Set(Samples.View() with { Ledger = new LedgerNumber(130) });
        await WaitForAsync(2);

        var (status, page) = await GetAsync(web, $"/positions/{Samples.Borrower}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Nothing is owed at ledger 130", page, StringComparison.Ordinal);
        Assert.Contains("no debt", page, StringComparison.Ordinal);

        async Task WaitForAsync(int samples)
        {
            while ((await positions.HistoryAsync(Samples.Pool, Samples.Borrower, 10, Cancel)).Count < samples)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
            }
        }
    }

    [Fact]
    public async Task Whoever_never_owed_anything_is_told_as_missing_and_what_is_no_address_as_a_bad_question()
    {
        await using var web = await WebFixture.StartAsync();
        web.Services.GetRequiredService<KeeperBoard>().Set(Samples.View());

        var (missing, nobody) = await GetAsync(web, $"/positions/{Samples.KeyOf(55).AccountId}");
        var (bad, nonsense) = await GetAsync(web, "/positions/nonsense");

        Assert.Equal(HttpStatusCode.NotFound, missing);
        Assert.Contains("Nobody of this address owes anything to the pool in ledger 120, and this journal has never seen a debt of it.", nobody, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, bad);
        Assert.Contains("“nonsense” is no address: an account G… or a contract C… of 56 letters and digits is needed.", nonsense, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_any_keeper_has_looked_nobody_is_told_as_missing()
    {
        await using var web = await WebFixture.StartAsync(isReady: false);

        var (status, page) = await GetAsync(web, $"/positions/{Samples.Borrower}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Waiting: starting", page, StringComparison.Ordinal);
    }

    private static PositionSample Sample(uint ledger, long health) =>
        new(Samples.Borrower, new LedgerNumber(ledger), Samples.Now, new Ratio(health), new Worth(1_000_0000000), new Worth(900_0000000));

    private static async Task<(HttpStatusCode Status, string Html)> GetAsync(WebFixture web, string path)
    {
        using var answer = await web.Http.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel)));
    }
}
