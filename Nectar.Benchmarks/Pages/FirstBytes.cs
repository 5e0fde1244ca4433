using Nectar.Tests.EndToEnd;

namespace Nectar.Benchmarks.Pages;

/// <summary>From a request to the first byte of its answer, on the loopback, for pages that were asked for before.</summary>
internal static class FirstBytes
{
    private const int Times = 200;
    private static readonly string[] paths = ["/", "/vault", "/performance", "/features", "/console"];

    public static async Task RunAsync(TextWriter output, CancellationToken cancel)
    {
        await using var app = RunningApp.Start();
        using var http = new HttpClient();
        await MarketStart.UntilAsync(app.Address, () => app.IsUp, http, cancel);
        foreach (var path in paths)
        {
            var took = new List<double>();
            for (var n = -20; n < Times; n++)
            {
                var asked = TimeProvider.System.GetTimestamp();
                using var answer = await http.GetAsync(new Uri(app.Address, path), HttpCompletionOption.ResponseHeadersRead, cancel);
                var first = TimeProvider.System.GetElapsedTime(asked).TotalMilliseconds;
                answer.EnsureSuccessStatusCode();
                await answer.Content.CopyToAsync(Stream.Null, cancel);
                if (n >= 0)
                {
                    took.Add(first);
                }
            }

            await output.WriteLineAsync($"ms to the first byte of {path}: {Spread.Of(took)}");
        }
    }
}
