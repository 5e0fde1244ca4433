using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Nectar.Benchmarks.Load;

/// <summary>One who watches the live log: each line's id, and how long after its stamp it came.</summary>
internal sealed class Viewer : IAsyncDisposable
{
    private readonly HubConnection connection;

    private Viewer(HubConnection connection) => this.connection = connection;

    /// <summary>The part of a line that is measured.</summary>
    /// <param name="Id">The line's id.</param>
    /// <param name="At">When the keeper stamped it, in Unix milliseconds.</param>
    public sealed record Line(long Id, long At);

    /// <summary>Ids in the order in which they came, and how late.</summary>
    public List<(long Id, TimeSpan Late)> Lines { get; } = [];

    /// <summary>How often its figures were renewed.</summary>
    public int Renewals { get; private set; }

    /// <summary>Connects.</summary>
    public static async Task<Viewer> OpenAsync(Uri app, CancellationToken cancel)
    {
        var viewer = new Viewer(new HubConnectionBuilder().WithUrl(new Uri(app, "/hubs/log"), o =>
        {
            o.SkipNegotiation = true;
            o.Transports = HttpTransportType.WebSockets;
        }).Build());
        await viewer.connection.StartAsync(cancel);
        return viewer;
    }

    /// <summary>The newest line's id.</summary>
    public Task<long> NewestAsync(CancellationToken cancel) => connection.InvokeAsync<long>("Newest", cancel);

    /// <summary>Follows the log until told to stop.</summary>
    /// <param name="since">The last id that is not wanted.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task FollowAsync(long since, CancellationToken cancel)
    {
        try
        {
            await foreach (var batch in connection.StreamAsync<IReadOnlyList<Line>>("Lines", since, cancel))
            {
                var now = TimeProvider.System.GetUtcNow();
                Lines.AddRange(batch.Select(line => (line.Id, now - DateTimeOffset.FromUnixTimeMilliseconds(line.At))));
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    /// <summary>Renews the page's figures every two seconds, as its script does.</summary>
    public async Task RenewAsync(HttpClient http, Uri app, TimeSpan first, CancellationToken cancel)
    {
        try
        {
            await Task.Delay(first, TimeProvider.System, cancel);
            while (true)
            {
                using var answer = await http.GetAsync(new Uri(app, "/live/home"), cancel);
                answer.EnsureSuccessStatusCode();
                await answer.Content.CopyToAsync(Stream.Null, cancel);
                Renewals++;
                await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
