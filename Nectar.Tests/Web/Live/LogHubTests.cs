using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Tests.Support;

namespace Nectar.Tests.Web.Live;

public sealed class LogHubTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Over_broken_connections_no_line_is_lost_and_none_comes_twice()
    {
        const int Total = 400;
        await using var web = await WebFixture.StartAsync();
        var writing = Task.Run(
            async () =>
            {
                for (var n = 1; n <= Total; n++)
                {
                    await web.Journal.AppendAsync(Samples.Line(n), null, Cancel);
                }
            },
            Cancel);

        var ids = new List<long>();
        var connections = 0;
        while (ids.Count < Total)
        {
            // The first twenty are broken on purpose; a connection that the machine breaks by itself counts as another.
            var stopAt = connections++ < 20 ? Math.Min(ids.Count + 15, Total) : Total;
            await using var hub = await ConnectAsync(web);
            try
            {
                await foreach (var batch in hub.StreamAsync<IReadOnlyList<Line>>("Lines", ids.LastOrDefault(), Cancel))
                {
                    ids.AddRange(batch.Select(l => l.Id));
                    if (ids.Count >= stopAt)
                    {
                        break;
                    }
                }
            }
            catch (Exception e) when (e is WebSocketException or IOException)
            {
                // As if it had been one of ours.
            }
        }

        await writing;
        Assert.Equal(Enumerable.Range(1, Total).Select(n => (long)n), ids);
    }

    [Fact]
    public async Task A_line_carries_what_a_page_shows()
    {
        await using var web = await WebFixture.StartAsync();
        await web.Journal.AppendAsync(Samples.Liquidated(Guid.CreateVersion7(Samples.Now)), null, Cancel);
        await using var hub = await ConnectAsync(web);

        var batch = await hub.StreamAsync<IReadOnlyList<Line>>("Lines", 0L, Cancel).FirstAsync(Cancel);

        var line = Assert.Single(batch);
        Assert.Equal((1, Samples.Now.AddSeconds(30).ToUnixTimeMilliseconds(), 120u, "alpha", "good", "✓", "FILLED"), (line.Id, line.At, line.Ledger, line.Keeper, line.Tone, line.Glyph, line.Word));
        Assert.Contains("profit 12.34 USDC", line.Text, StringComparison.Ordinal);
        Assert.Equal(1, await hub.InvokeAsync<long>("Newest", Cancel));
    }

    [Fact]
    public async Task Of_lines_two_thirds_of_which_tell_of_looks_each_takes_250_bytes_to_a_viewer_at_the_most()
    {
        await using var web = await WebFixture.StartAsync();
        using var log = await RawLog.OpenAsync(web.Address, 0, Cancel);
        var caseId = Guid.CreateVersion7(Samples.Now);
        KeeperEvent[] lines = [Samples.Look, Samples.Look, Samples.Detected(caseId), Samples.Look, Samples.Look, Samples.Liquidated(caseId)];

        foreach (var line in lines)
        {
            // One at a time: a batch of several would share what the protocol puts around it.
            await web.Journal.AppendAsync(line, null, Cancel);
            for (var before = log.Lines; log.Lines == before;)
            {
                await log.ReadAsync(Cancel);
            }
        }

        Assert.Equal(lines.Length, log.Lines);
        Assert.InRange(log.Bytes / log.Lines, 100, 250);
    }

    [Theory]
    [InlineData("/hubs/log")]
    [InlineData("/hubs/log/")]
    [InlineData("/HUBS/sandbox")]
    public async Task Beyond_the_limit_a_client_is_told_when_to_come_back_and_a_place_left_is_free_again(string path)
    {
        await using var web = await WebFixture.StartAsync(maxClients: 1);
        await using (await ConnectAsync(web))
        {
            using var refused = await web.Http.GetAsync(new Uri(path, UriKind.Relative), Cancel);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(30), refused.Headers.RetryAfter!.Delta);
            await Assert.ThrowsAnyAsync<Exception>(() => ConnectAsync(web));
        }

        var limit = web.Services.GetRequiredService<Nectar.Web.Live.LiveClients>().Hub;
        while (limit.InUse > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancel);
        }

        await using var next = await ConnectAsync(web);
        Assert.Equal(HubConnectionState.Connected, next.State);
    }

    [Fact]
    public async Task When_the_application_stops_streams_end_by_themselves()
    {
        var web = await WebFixture.StartAsync();
        await using var hub = await ConnectAsync(web);
        var stream = Task.Run(
            async () =>
            {
                try
                {
                    await hub.StreamAsync<IReadOnlyList<Line>>("Lines", 0L, Cancel).FirstAsync(Cancel);
                }
                catch (Exception e) when (e is not OperationCanceledException || !Cancel.IsCancellationRequested)
                {
                    // Ended by the server, in whatever way the connection went first.
                }
            },
            Cancel);
        while (web.Services.GetRequiredService<LiveFeed>().Watchers == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancel);
        }

        var feed = web.Services.GetRequiredService<LiveFeed>();
        await web.DisposeAsync();
        await stream;

        Assert.Equal(0, feed.Watchers);
    }

    private static async Task<HubConnection> ConnectAsync(WebFixture web)
    {
        var hub = new HubConnectionBuilder().WithUrl(new Uri(web.Address, "/hubs/log")).Build();
        await hub.StartAsync(Cancel);
        return hub;
    }

    private sealed record Line(long Id, long At, uint Ledger, string Keeper, string Tone, string Glyph, string Word, string Text);
}
