using Nectar.Tests.EndToEnd;

namespace Nectar.Benchmarks.Pages;

/// <summary>What a visitor waits for, and what one costs: the built app on its embedded network, some five minutes in all.</summary>
internal static class PagesSection
{
    /// <summary>The parts by name.</summary>
    public static IReadOnlyDictionary<string, Func<TextWriter, CancellationToken, Task>> Parts { get; } =
        new Dictionary<string, Func<TextWriter, CancellationToken, Task>> { ["answers"] = FirstBytes.RunAsync, ["wire"] = WireBytes.RunAsync, ["visits"] = Visits.RunAsync, ["restart"] = Restart.RunAsync };

    /// <summary>Measures one part, or all.</summary>
    public static async Task RunAsync(string? part, TextWriter output, CancellationToken cancel)
    {
        await output.WriteLineAsync($"{Environment.ProcessorCount} cores; load of the machine before: {(await File.ReadAllTextAsync("/proc/loadavg", cancel))[..14]}");
        foreach (var (_, run) in Parts.Where(p => part is null || p.Key == part))
        {
            await run(output, cancel);
        }
    }

    /// <summary>Waits for the app's first liquidation: every page has something to show then, and the code has run.</summary>
    public static async Task UntilMarketRunsAsync(RunningApp app, HttpClient http, CancellationToken cancel)
    {
        await app.WhenUpAsync(cancel);
        while (!(await http.GetStringAsync(new Uri(app.Address, "/metrics"), cancel)).Split('\n').Any(l => l.StartsWith("nectar_liquidations_total ", StringComparison.Ordinal) && !l.EndsWith(" 0", StringComparison.Ordinal)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, cancel);
        }
    }
}
