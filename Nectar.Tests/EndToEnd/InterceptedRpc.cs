using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Nectar.LocalNet.Closing;
using Nectar.LocalNet.Http;

namespace Nectar.Tests.EndToEnd;

/// <summary>A network's RPC server over HTTP that lets a test come between a request and its answer.</summary>
internal sealed class InterceptedRpc : IAsyncDisposable
{
    private readonly WebApplication web;

    private InterceptedRpc(WebApplication web) => this.web = web;

    /// <summary>Where JSON-RPC answers.</summary>
    public Uri Address => new(new Uri(web.Urls.Single()), "/rpc");

    /// <summary>Serves a network on a free port.</summary>
    /// <param name="network">The network.</param>
    /// <param name="between">Called with each method and its body; lets the request through by calling the last, and where it
    /// gives false the connection breaks off without an answer.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<InterceptedRpc> StartAsync(LocalNetwork network, Func<string, string, Func<Task>, Task<bool>> between, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        web.Use(async (http, next) =>
        {
            http.Request.EnableBuffering();
            using var reader = new StreamReader(http.Request.Body, Encoding.UTF8, leaveOpen: true);
            var body = await reader.ReadToEndAsync(cancel);
            http.Request.Body.Position = 0;
            using var json = JsonDocument.Parse(body);
            if (!await between(json.RootElement.GetProperty("method").GetString()!, body, () => next(http)))
            {
                http.Abort();
            }
        });
        web.UseRouting();
        web.MapLocalNet(new LocalNetServices(network, NullLoggerFactory.Instance));
        await web.StartAsync(cancel);
        return new InterceptedRpc(web);
    }

    public ValueTask DisposeAsync() => web.DisposeAsync();
}
