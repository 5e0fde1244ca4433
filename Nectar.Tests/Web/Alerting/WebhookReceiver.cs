using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Nectar.Core.Alerts;
using Nectar.Web.Alerting;

namespace Nectar.Tests.Web.Alerting;

/// <summary>A service on this machine's loopback that takes alerts, and answers as a test wants.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    /// <summary>The part of the URL that nobody may read.</summary>
    public const string Secret = "s3cret-part-of-the-url";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Body, string? Signature)> calls = new();

    private WebhookReceiver(WebApplication app) => this.app = app;

    public IReadOnlyList<(string Body, string? Signature)> Calls => [.. calls];

    /// <summary>What it answers to each call in turn, and 200 after the last.</summary>
    public Queue<HttpStatusCode> Answers { get; } = new();

    public Uri Url => new($"{app.Urls.Single()}/hooks/{Secret}");

    public AlertSettings Settings => new([new AlertTarget(AlertChannel.Webhook, Url)], "a secret to sign with");

    /// <summary>The bodies of one rule's alerts. The sample's accounts have no XLM, so that other rules may have something to tell, too.</summary>
    public IReadOnlyList<string> Told(string rule) => [.. calls.Select(c => c.Body).Where(b => b.StartsWith($"{{\"rule\":\"{rule}\"", StringComparison.Ordinal))];

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new WebhookReceiver(builder.Build());
        receiver.app.MapPost($"/hooks/{Secret}", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            receiver.calls.Enqueue((await reader.ReadToEndAsync(context.RequestAborted), context.Request.Headers["X-Nectar-Signature"]));
            context.Response.StatusCode = receiver.Answers.TryDequeue(out var status) ? (int)status : 200;
            context.Response.Headers.Location = "http://127.0.0.1:1/elsewhere";
        });
        await receiver.app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
