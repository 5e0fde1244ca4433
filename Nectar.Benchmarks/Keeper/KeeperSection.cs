namespace Nectar.Benchmarks.Keeper;

/// <summary>The keeper's figures, from the cheapest to the longest: about six minutes in all.</summary>
internal static class KeeperSection
{
    public static async Task RunAsync(TextWriter output, CancellationToken cancel)
    {
        await output.WriteLineAsync($"{Environment.ProcessorCount} cores");
        await Recheck.RunAsync(output, cancel);
        await QuietLedgers.RunAsync(output, cancel);
        await AppRun.RunAsync(output, cancel);
    }
}
