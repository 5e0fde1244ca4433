using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Nectar.Benchmarks.Load;

/// <summary>A visitor of the vault page as the framework's own script makes one: the page, a circuit, and an answer to whatever the circuit asks.</summary>
internal sealed partial class CircuitVisitor : IAsyncDisposable
{
    private readonly HubConnection connection;

    private CircuitVisitor(HubConnection connection) => this.connection = connection;

    /// <summary>How many renderings came.</summary>
    public int Renderings { get; private set; }

    /// <summary>What the circuit complained of; null where it did not.</summary>
    public string? Fault { get; private set; }

    /// <summary>Loads the page and opens its circuit.</summary>
    public static async Task<CircuitVisitor> OpenAsync(HttpClient http, Uri app, CancellationToken cancel)
    {
        var page = await http.GetStringAsync(new Uri(app, "/vault"), cancel);
        var marker = JsonDocument.Parse(WebUtility.HtmlDecode(Marker().Match(page).Groups[1].Value)).RootElement;
        var builder = new HubConnectionBuilder().WithUrl(new Uri(app, "/_blazor"), o =>
        {
            o.SkipNegotiation = true;
            o.Transports = HttpTransportType.WebSockets;
        });
        builder.Services.Replace(ServiceDescriptor.Singleton<IHubProtocol, BlazorPack>());
        var visitor = new CircuitVisitor(builder.Build());
        visitor.Listen();
        await visitor.connection.StartAsync(cancel);
        await visitor.connection.InvokeAsync<string>("StartCircuit", app.ToString(), new Uri(app, "/vault").ToString(), "[]", "", cancel);
        var add = JsonSerializer.Serialize(new { batchId = 1, operations = new[] { new { type = "add", ssrComponentId = 1, marker } } });
        await visitor.connection.SendAsync("UpdateRootComponents", add, State().Match(page).Groups[1].Value, cancel);
        return visitor;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private void Listen()
    {
        connection.On<long, byte[]>("JS.RenderBatch", async (id, _) =>
        {
            Renderings++;
            await connection.SendAsync("OnRenderCompleted", id, null);
        });
        connection.On<long, string, string, int, long, int>("JS.BeginInvokeJS", (id, _, _, _, _, _) =>
            connection.SendAsync("EndInvokeJSFromDotNet", id, true, string.Create(CultureInfo.InvariantCulture, $"[{id},true,null]")));
        connection.On<string>("JS.Error", fault => Fault = fault);
        connection.Closed += e =>
        {
            Fault ??= e?.Message;
            return Task.CompletedTask;
        };
    }

    [GeneratedRegex("<!--Blazor:({\"type\":\"server\".*?})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();
}
