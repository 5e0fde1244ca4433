using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Nectar.Tests.Support;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Api;

public sealed class EventsApiTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_with_a_last_event_id_gets_everything_after_it_and_then_what_comes()
    {
        await using var web = await WebFixture.StartAsync();
        for (var n = 1; n <= 3; n++)
        {
            await web.Journal.AppendAsync(Samples.Line(n), null, Cancel);
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/events");
        request.Headers.Add("Last-Event-ID", "1");
        using var answer = await web.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.ToString());
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancel));
        await web.Journal.AppendAsync(Samples.Line(4), null, Cancel);

        string[] expected =
        [
            "retry: 2000", "",
            "id: 2", """data: {"msg":"cycle error: line 2"}""", "",
            "id: 3", """data: {"msg":"cycle error: line 3"}""", "",
            "id: 4", """data: {"msg":"cycle error: line 4"}""", "",
        ];
        foreach (var line in expected)
        {
            Assert.Equal(line, await reader.ReadLineAsync(Cancel));
        }
    }

    [Fact]
    public async Task A_new_client_is_answered_before_the_first_line_and_gets_only_new_ones()
    {
        await using var web = await WebFixture.StartAsync();
        await web.Journal.AppendAsync(Samples.Line(1), null, Cancel);

        using var answer = await web.Http.GetAsync(new Uri("/api/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancel));
        Assert.Equal("retry: 2000", await reader.ReadLineAsync(Cancel));
        Assert.Equal("", await reader.ReadLineAsync(Cancel));
        await web.Journal.AppendAsync(Samples.Line(2), null, Cancel);

        Assert.Equal("id: 2", await reader.ReadLineAsync(Cancel));
    }

    [Fact]
    public async Task Beyond_the_limit_a_client_is_told_when_to_come_back_and_a_place_left_is_free_again()
    {
        await using var web = await WebFixture.StartAsync(maxClients: 2);
        var first = await web.Http.GetAsync(new Uri("/api/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var second = await web.Http.GetAsync(new Uri("/api/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);

        using var refused = await web.Http.GetAsync(new Uri("/api/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), refused.Headers.RetryAfter!.Delta);

        first.Dispose();
        while (true)
        {
            using var next = await web.Http.GetAsync(new Uri("/api/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
            if (next.StatusCode == HttpStatusCode.OK)
            {
                break;
            }
        }
    }

    [Fact]
    public async Task A_client_that_leaves_gives_its_place_back_and_is_no_error_to_operators()
    {
        using var told = new ToldLines();
        await using var web = await WebFixture.StartAsync(isReady: false, configure: b => b.Services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(told)));
        var clients = web.Services.GetRequiredService<LiveClients>().Events;
        for (var n = 0; n < 3; n++)
        {
            using var client = new HttpClient { BaseAddress = web.Address };
            using var answer = await client.GetAsync(new Uri("/api/events?since=0", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
            Assert.Equal((HttpStatusCode.OK, 1), (answer.StatusCode, clients.InUse));
            client.CancelPendingRequests();
            answer.Dispose();
            while (clients.InUse > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancel);
            }
        }

        // What a request threw is told after its place is given back.
        await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Cancel);
        Assert.Empty(told.Warnings);
    }

    [Fact]
    public async Task An_id_that_is_no_number_is_refused_by_name()
    {
        await using var web = await WebFixture.StartAsync();

        using var answer = await web.Http.GetAsync(new Uri("/api/events?since=-4", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("'-4' is no event id: a whole number from 0 is needed", await answer.Content.ReadAsStringAsync(Cancel));
    }
}
