using System.Net;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Journal;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Flow;
using Nectar.Tests.Web.Operators;
using Nectar.Web.Live;
using Nectar.Web.Sandbox;

namespace Nectar.Tests.Web.Sandbox;

/// <summary>The sandbox as a browser without scripts sees it, on the real application.</summary>
public sealed class SandboxOverHttpTests
{
    private static readonly SandboxSettings fast = new() { LedgersPerSecond = 50 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shock_runs_on_a_network_of_its_own_and_the_live_one_is_not_touched()
    {
        await using var live = await DeployedNetwork.OpenAsync();
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(live), sandbox: fast);
        await web.WhenVaultIsReadAsync();
        var (ledger, metrics) = (live.Network.Latest.Hash, await MetricsAsync(web));
        using var visitor = new Visitor(web) { FormPage = "/sandbox" };

        var (status, page, address) = await visitor.SendAsync("/sandbox", true, Fields("SOL", "22"));
        var run = RunAt(web, address);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<title>SIMULATION: SOL −22 %</title>", page, StringComparison.Ordinal);
        await web.Services.GetRequiredService<SandboxBook>().WhenOverAsync(run);
        var ended = WebUtility.HtmlDecode(await visitor.GetAsync(address.AbsolutePath));

        var result = Assert.IsType<SandboxProgress.Ended>(run.Progress).Result;
        Assert.Contains("2 accounts went under water", ended, StringComparison.Ordinal);
        Assert.All(result.Liquidations, l => Assert.Contains(Shown.Exact(l.Profit), ended, StringComparison.Ordinal));
        Assert.Contains($"data-share=\"before\">{Shown.SharePrice(result.Before.SharePriceE12)} USDC", ended, StringComparison.Ordinal);
        Assert.Contains($"data-share=\"vested\">{Shown.SharePrice(result.Vested!.SharePriceE12)} USDC", ended, StringComparison.Ordinal);
        Assert.Contains("data-over", ended, StringComparison.Ordinal);
        Assert.DoesNotContain("Stop it", ended, StringComparison.Ordinal);

        Assert.Equal(ledger, live.Network.Latest.Hash);
        Assert.Equal(0, web.Services.GetRequiredService<LiveFeed>().LastId);
        Assert.Empty(await web.Services.GetRequiredService<JournalQueries>().LinesAfterAsync(0, long.MaxValue, 10, Cancel));
        Assert.Equal(metrics, await MetricsAsync(web));
    }

    [Fact]
    public async Task Without_a_live_network_it_has_its_own_and_can_be_stopped()
    {
        await using var web = await WebFixture.StartAsync(isReady: false, sandbox: fast);
        using var visitor = new Visitor(web) { FormPage = "/sandbox" };
        var (_, _, address) = await visitor.SendAsync("/sandbox", true, Fields("SOL", "22"));
        var run = RunAt(web, address);
        while (run.Progress is SandboxProgress.Starting)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }

        var (_, stopped, after) = await visitor.SendAsync($"{address.AbsolutePath}/stop", true);
        await web.Services.GetRequiredService<SandboxBook>().WhenOverAsync(run);

        Assert.Equal((address, 0), (after, web.Services.GetRequiredService<SandboxBook>().Running));
        Assert.Contains("SOL falls by 22 %", stopped, StringComparison.Ordinal);
        Assert.Contains("It was stopped", WebUtility.HtmlDecode(await visitor.GetAsync(address.AbsolutePath)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_one_is_led_back_to_it_and_who_finds_no_place_is_told_what_to_do()
    {
        await using var web = await WebFixture.StartAsync(sandbox: fast with { MostRuns = 1, LedgersPerSecond = 5 }, proxies: [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::ffff:127.0.0.0/104")]);
        using var first = new Visitor(web, ("X-Forwarded-For", "192.0.2.1")) { FormPage = "/sandbox" };
        using var second = new Visitor(web, ("X-Forwarded-For", "192.0.2.2")) { FormPage = "/sandbox" };
        var (_, _, address) = await first.SendAsync("/sandbox", true, Fields("BTC", "9"));

        var (_, again, same) = await first.SendAsync("/sandbox", true, Fields("ETH", "10"));
        var (_, refused, form) = await second.SendAsync("/sandbox", true, Fields("ETH", "10"));

        Assert.Equal(address.AbsolutePath, same.AbsolutePath);
        Assert.Contains("No second one was started", again, StringComparison.Ordinal);
        Assert.Equal("/sandbox", form.AbsolutePath);
        Assert.Contains("Not started: 1 simulation at a time, and no place is free.", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"10\"", refused, StringComparison.Ordinal);
        Assert.Contains("nectar_sandbox_active 1\n", await PageAsync(web, "/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shock_out_of_bounds_starts_nothing_and_is_told_with_what_was_typed()
    {
        await using var web = await WebFixture.StartAsync();
        using var visitor = new Visitor(web) { FormPage = "/sandbox" };

        var (_, page, _) = await visitor.SendAsync("/sandbox", true, Fields("SOL", "51"));

        Assert.Contains("Not started. Fall “51”: must be a whole number from 1 to 50.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"51\"", page, StringComparison.Ordinal);
        Assert.Equal(0, web.Services.GetRequiredService<SandboxBook>().Running);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var web = await WebFixture.StartAsync();
        using var visitor = new Visitor(web);

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/sandbox", hasToken: false, Fields("SOL", "22"))).Status);
        Assert.Equal(0, web.Services.GetRequiredService<SandboxBook>().Running);
    }

    [Fact]
    public async Task More_than_six_starts_a_minute_from_one_address_are_not_heard()
    {
        await using var web = await WebFixture.StartAsync();
        using var visitor = new Visitor(web) { FormPage = "/sandbox" };
        for (var i = 0; i < 6; i++)
        {
            await visitor.SendAsync("/sandbox", true, Fields("SOL", "0"));
        }

        var (status, text, _) = await visitor.SendAsync("/sandbox", true, Fields("SOL", "0"));

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Matches("^too many attempts, try again in [0-9]+ s$", text);
    }

    [Fact]
    public async Task Switched_off_there_is_no_form_no_run_and_no_link_to_it()
    {
        await using var web = await WebFixture.StartAsync(sandbox: new() { MostRuns = 0 });

        Assert.Contains("switched off on this server", await PageAsync(web, "/sandbox"), StringComparison.Ordinal);
        Assert.DoesNotContain("shock-form", await PageAsync(web, "/sandbox"), StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/sandbox\"", await PageAsync(web, "/"), StringComparison.Ordinal);
        Assert.IsType<Admission.Off>(web.Services.GetRequiredService<SandboxBook>().Begin(Shock.Default, "192.0.2.1").Admission);
    }

    [Fact]
    public async Task An_address_without_a_run_says_so()
    {
        await using var web = await WebFixture.StartAsync();

        using var page = await web.Http.GetAsync(new Uri("/sandbox/0123456789abcdef", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("No such simulation", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var islands = await web.Http.GetAsync(new Uri("/live/sandbox/0123456789abcdef", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, islands.StatusCode);
    }

    [Fact]
    public async Task Its_log_streams_every_line_once_and_ends_with_the_run()
    {
        await using var web = await WebFixture.StartAsync(sandbox: fast);
        var book = web.Services.GetRequiredService<SandboxBook>();
        var run = book.Begin(new Shock(0, 1, Shock.Default.Seed), "192.0.2.1").Run!;
        await using var hub = new HubConnectionBuilder().WithUrl(new Uri(web.Address, "/hubs/sandbox")).Build();
        await hub.StartAsync(Cancel);

        var ids = new List<long>();
        await foreach (var batch in hub.StreamAsync<List<Sent>>("Lines", run.Id, 0L, Cancel))
        {
            ids.AddRange(batch.Select(l => l.Id));
        }

        Assert.True(run.IsOver);
        Assert.Equal(run.Journal.Lines.Select(l => l.Id), ids);
        Assert.NotEmpty(ids);
        Assert.Empty(await hub.StreamAsync<List<Sent>>("Lines", "none", 0L, Cancel).ToListAsync(Cancel));
    }

    private static (string Name, string Value)[] Fields(string asset, string percent) =>
        [("asset", asset), ("percent", percent), ("seed", Shock.Default.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private static SandboxRun RunAt(WebFixture web, Uri address) =>
        web.Services.GetRequiredService<SandboxBook>().Find(address.Segments[^1])!;

    private static async Task<string> PageAsync(WebFixture web, string path) =>
        WebUtility.HtmlDecode(await web.Http.GetStringAsync(new Uri(path, UriKind.Relative), Cancel));

    // What does not move while nothing happens.
    private static async Task<string> MetricsAsync(WebFixture web) => string.Join('\n', (await PageAsync(web, "/metrics"))
        .Split('\n').Where(l => l.StartsWith("nectar_", StringComparison.Ordinal) && !l.Contains("seconds", StringComparison.Ordinal) && !l.Contains("bytes", StringComparison.Ordinal)));

    private sealed record Sent(long Id);
}
