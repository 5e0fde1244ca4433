using Microsoft.Playwright;
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

    /// <summary>Measures with the machine's Chromium, or says that there is none.</summary>
    public static async Task WithBrowserAsync(string part, TextWriter output, Func<IBrowser, Task> measure)
    {
        if (Chromium.Find() is not { } path)
        {
            await output.WriteLineAsync($"{part} left out: {Chromium.Missing}");
            return;
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright, path);
        await measure(browser);
    }
}
