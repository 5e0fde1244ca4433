using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Nectar.Core.Keeper;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web;
using Nectar.Web.Live;

namespace Nectar.Tests.EndToEnd;

/// <summary>What a phone with an empty cache fetches for a page, in bytes of the wire, and how much of it moves meanwhile.</summary>
public sealed class FirstLoadTests
{
    private const int Document = 12_000;
    private const double MostShift = 0.02;

    // By the web's own measure, with what moved.
    private const string Shifts = """
        window.shifts = [];
        new PerformanceObserver(seen => { for (const e of seen.getEntries()) if (!e.hadRecentInput) window.shifts.push([e.value, ...e.sources.map(s => s.node?.outerHTML?.slice(0, 90))]); })
          .observe({ type: 'layout-shift', buffered: true });
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", 120_000)]
    [InlineData("/vault", 150_000)]
    [InlineData("/performance", 120_000)]
    [InlineData("/features", 120_000)]
    [InlineData("/console", 120_000)]
    [InlineData("/sandbox", 100_000)]
    [InlineData("/rewind", 100_000)]
    public async Task The_first_load_keeps_its_budget_asks_nobody_else_fetches_nothing_twice_and_nothing_moves(string path, int budget)
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await FullAsync();
        var page = await browser.NewPageAsync(412, 823);
        await page.AddInitScriptAsync(Shifts);
        var loads = new List<IRequest>();
        page.RequestFinished += (_, request) => loads.Add(request);

        await page.GotoAsync(new Uri(web.Address, path).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });

        // What the page renews later is no part of its first load.
        var first = loads.Where(r => !r.Url.Contains("/live/", StringComparison.Ordinal)).ToList();
        var sizes = await Task.WhenAll(first.Select(async r => (r.Url, Size: await SizeAsync(r))));
        var document = sizes.Single(s => new Uri(s.Url).AbsolutePath == path).Size;
        TestContext.Current.TestOutputHelper!.WriteLine($"{path}: {sizes.Sum(s => s.Size)} bytes, {document} of them the document");
        Assert.True(sizes.Sum(s => s.Size) <= budget, string.Join('\n', sizes.OrderByDescending(s => s.Size).Select(s => $"{s.Size} {s.Url}")));
        Assert.True(path != "/" || document <= Document, $"the document itself has {document} bytes");
        var shifts = await page.EvaluateAsync<System.Text.Json.JsonElement>("window.shifts");
        Assert.True(shifts.EnumerateArray().Sum(s => s[0].GetDouble()) <= MostShift, shifts.ToString());
        Assert.All(first, r => Assert.Equal(web.Address.Authority, new Uri(r.Url).Authority));
        Assert.Distinct(first.Select(r => new Uri(r.Url).AbsolutePath));
        Assert.DoesNotContain(first, r => r.Url.Contains("/js/wallet/", StringComparison.Ordinal));
        Assert.Empty(browser.Complaints);
    }

    private static async Task<int> SizeAsync(IRequest request)
    {
        var sizes = await request.SizesAsync();
        return sizes.ResponseBodySize + sizes.ResponseHeadersSize;
    }

    // As much as the pages ever show at once: their budget holds then, too.
    private static async Task<WebFixture> FullAsync()
    {
        var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        web.Services.GetRequiredService<KeeperBoard>().Set(Samples.View(
            [.. Enumerable.Range(20, 40).Select(n => Samples.Position(Samples.KeyOf((byte)n).AccountId.ToString(), 10_000_000 + (n * 7_919), $"HF 1.{n:0000} ≥ 1"))]));
        for (var n = 1; n <= 40; n++)
        {
            await web.Journal.AppendAsync(Samples.Line(n), null, Cancel);
        }

        var id = Guid.CreateVersion7(Samples.Now);
        var ended = Samples.Case(id, new CaseState.Returned()) with { AuctionStart = new LedgerNumber(101) };
        await web.Journal.AppendAsync(Samples.Detected(id), ended with { State = new CaseState.Detected() }, Cancel);
        await web.Journal.AppendAsync(Samples.Liquidated(id), ended, Cancel);
        return web;
    }
}
