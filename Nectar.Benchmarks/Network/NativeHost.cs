using System.Diagnostics;
using System.Globalization;
using Nectar.Tests.Support;

namespace Nectar.Benchmarks.Network;

/// <summary>The host crate compiled for this machine, which cargo builds and runs.</summary>
internal static class NativeHost
{
    private static readonly string crate = Repository.PathOf("Nectar.LocalNet/host/Cargo.toml");

    /// <summary>The times of the crate's own table; null where there is no cargo.</summary>
    public static async Task<IReadOnlyList<CallTime>?> CallsAsync(CancellationToken cancel) =>
        await RunAsync("speed", [], cancel).ConfigureAwait(false) is { } output
            ? [.. output.Split('\n').Select(Read).OfType<CallTime>()]
            : null;

    /// <summary>How long the Rust crate takes to decode a file's TransactionMeta; null where there is no cargo.</summary>
    public static async Task<TimeSpan?> DecodeAsync(string file, CancellationToken cancel) =>
        await RunAsync("decode", [file], cancel).ConfigureAwait(false) is { } output
            ? TimeSpan.FromMicroseconds(long.Parse(output.Trim(), CultureInfo.InvariantCulture) / 1_000d)
            : null;

    // A line of the table: what it is; simulate native, wasm; ratio; apply native cold, native warm, wasm warm; ratios.
    private static CallTime? Read(string line) =>
        line.Split('|', StringSplitOptions.TrimEntries) is ["", var name, var simulate, _, var apply, ..] && name.StartsWith("our ", StringComparison.Ordinal)
            ? new CallTime(name["our ".Length..], Milliseconds(simulate.Split(", ")[0]), Milliseconds(apply.Split(", ")[1]))
            : null;

    private static TimeSpan Milliseconds(string text) =>
        TimeSpan.FromMilliseconds(double.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture));

    private static async Task<string?> RunAsync(string example, string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(
            "cargo", ["run", "--quiet", "--locked", "--profile", "speed", "--manifest-path", crate, "--example", example, "--", .. arguments])
        {
            RedirectStandardOutput = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync(cancel).ConfigureAwait(false);
            await process.WaitForExitAsync(cancel).ConfigureAwait(false);
            return process.ExitCode == 0 ? output : throw new InvalidOperationException($"cargo run --example {example} ended with {process.ExitCode}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
