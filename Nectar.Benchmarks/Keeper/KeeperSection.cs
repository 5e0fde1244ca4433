namespace Nectar.Benchmarks.Keeper;

/// <summary>The keeper's figures, from the cheapest to the longest: some fourteen minutes in all.</summary>
internal static class KeeperSection
{
    /// <summary>The parts by name.</summary>
    public static IReadOnlyDictionary<string, Func<TextWriter, CancellationToken, Task>> Parts { get; } =
        new Dictionary<string, Func<TextWriter, CancellationToken, Task>> { ["recheck"] = Recheck.RunAsync, ["calls"] = QuietLedgers.RunAsync, ["auctions"] = AuctionLatency.RunAsync, ["app"] = AppRun.RunAsync };

    /// <summary>Measures one part, or all.</summary>
    public static async Task RunAsync(string? part, TextWriter output, CancellationToken cancel)
    {
        await output.WriteLineAsync($"{Environment.ProcessorCount} cores");
        foreach (var (_, run) in Parts.Where(p => part is null || p.Key == part))
        {
            await run(output, cancel);
        }
    }
}
