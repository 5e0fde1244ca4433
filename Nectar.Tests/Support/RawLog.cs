using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Nectar.Tests.Support;

/// <summary>A viewer of <c>/hubs/log</c> without a client library, who counts what comes over the wire: SignalR's JSON protocol over a WebSocket.</summary>
internal sealed class RawLog : IDisposable
{
    // Each message ends with it.
    private const char End = '\u001e';
    private readonly ClientWebSocket socket = new();
    private readonly byte[] buffer = new byte[65_536];
    private string rest = "";

    private RawLog()
    {
    }

    /// <summary>Bytes so far, the WebSocket's own included.</summary>
    public long Bytes { get; private set; }

    /// <summary>Lines so far.</summary>
    public int Lines { get; private set; }

    /// <summary>Opens one.</summary>
    /// <param name="app">The app.</param>
    /// <param name="since">As <c>LogHub.Lines</c> takes it.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<RawLog> OpenAsync(Uri app, long since, CancellationToken cancel)
    {
        var log = new RawLog();
        await log.socket.ConnectAsync(new UriBuilder(app) { Scheme = "ws", Path = "/hubs/log" }.Uri, cancel);
        await log.SendAsync("""{"protocol":"json","version":1}""", cancel);
        await log.SendAsync($$"""{"type":4,"invocationId":"1","target":"Lines","arguments":[{{since}}]}""", cancel);
        return log;
    }

    /// <summary>Takes in what comes next.</summary>
    public async Task ReadAsync(CancellationToken cancel)
    {
        var got = await socket.ReceiveAsync(buffer, cancel);
        // A frame has two bytes of its own, and two more from 126 bytes on.
        Bytes += got.Count + (got.Count < 126 ? 2 : 4);
        var messages = (rest + Encoding.UTF8.GetString(buffer, 0, got.Count)).Split(End);
        rest = messages[^1];
        foreach (var message in messages[..^1])
        {
            using var read = JsonDocument.Parse(message);
            Lines += read.RootElement.TryGetProperty("item", out var batch) ? batch.GetArrayLength() : 0;
        }
    }

    public void Dispose() => socket.Dispose();

    private Task SendAsync(string message, CancellationToken cancel) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, cancel);
}
