using System.Globalization;
using Nectar.Tests.EndToEnd;
using Nectar.Tests.Support;

namespace Nectar.Benchmarks.Pages;

/// <summary>How many bytes a line of the live log takes to each viewer, with all that the hub's protocol puts around it.</summary>
internal static class WireBytes
{
    private static readonly TimeSpan length = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(TextWriter output, CancellationToken cancel)
    {
        foreach (var speed in new[] { 10, 50 })
        {
            await using var app = RunningApp.Start(new Dictionary<string, string> { ["NECTAR_DEMO_SPEED"] = speed.ToString(CultureInfo.InvariantCulture) });
            using var http = new HttpClient();
            await MarketStart.UntilAsync(app.Address, () => app.IsUp, http, cancel);
            using var log = await ListenAsync(app.Address, cancel);
            await output.WriteLineAsync($"{speed} ledgers a second: {log.Lines / length.TotalSeconds:0.0} lines a second, {log.Bytes / (double)log.Lines:0} bytes a line to each viewer");
        }
    }

    private static async Task<RawLog> ListenAsync(Uri app, CancellationToken cancel)
    {
        var log = await RawLog.OpenAsync(app, -1, cancel);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        end.CancelAfter(length);
        try
        {
            while (true)
            {
                await log.ReadAsync(end.Token);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return log;
        }
    }
}
