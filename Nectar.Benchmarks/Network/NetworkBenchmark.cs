using System.Globalization;

namespace Nectar.Benchmarks.Network;

/// <summary>What the embedded network costs, as Markdown.</summary>
internal static class NetworkBenchmark
{
    private const string NoCargo = "cargo is not installed: the native side is left out";

    /// <summary>Measures and prints; gives the exit code.</summary>
    public static async Task<int> RunAsync(TextWriter output, CancellationToken cancel)
    {
        await output.WriteLineAsync("## Start of an empty network\n").ConfigureAwait(false);
        var (cold, warm) = await Starts.TimeAsync(cancel).ConfigureAwait(false);
        await output.WriteLineAsync($"Without a saved compilation {Ms(cold)}, with one {Ms(warm)}.\n").ConfigureAwait(false);

        await output.WriteLineAsync("## Calls, and the native host's\n").ConfigureAwait(false);
        var (calls, metas) = await StoryCalls.TimeAsync(cancel).ConfigureAwait(false);
        await output.WriteLineAsync(Table(calls, await NativeHost.CallsAsync(cancel).ConfigureAwait(false))).ConfigureAwait(false);

        await output.WriteLineAsync("## Decoding a TransactionMeta\n").ConfigureAwait(false);
        var (bytes, here, native) = await Decoding.TimeAsync(metas, cancel).ConfigureAwait(false);
        await output.WriteLineAsync(native is { } crate
            ? $"{bytes} bytes: {Ms(here)} here, {Ms(crate)} in the Rust crate, ratio {Ratio(here, crate)}.\n"
            : $"{bytes} bytes: {Ms(here)} here. {NoCargo}.\n").ConfigureAwait(false);

        await output.WriteLineAsync("## Memory over many transactions\n").ConfigureAwait(false);
        await ManyTransactions.PrintAsync(output, cancel).ConfigureAwait(false);
        return 0;
    }

    private static string Table(IReadOnlyList<CallTime> calls, IReadOnlyList<CallTime>? native)
    {
        string[] head = ["| call | simulate: here, native | ratio | apply: here, native | ratio | here from submission until closed |", "|---|---|---|---|---|---|"];
        var lines = calls.Select(call => native?.FirstOrDefault(n => n.Name == call.Name) is { } n
            ? $"| {call.Name} | {Ms(call.Simulate)}, {Ms(n.Simulate)} | {Ratio(call.Simulate, n.Simulate)} | {Ms(call.Apply)}, {Ms(n.Apply)} | {Ratio(call.Apply, n.Apply)} | {Ms(call.Close!.Value)} |"
            : $"| {call.Name} | {Ms(call.Simulate)} | | {Ms(call.Apply)} | | {Ms(call.Close!.Value)} |");
        return string.Join('\n', [.. head, .. lines, native is null ? $"\n{NoCargo}.\n" : ""]);
    }

    private static string Ms(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F3} ms");

    private static string Ratio(TimeSpan a, TimeSpan b) => string.Create(CultureInfo.InvariantCulture, $"{a / b:F2}");
}
