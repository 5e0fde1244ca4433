using Microsoft.Playwright;

namespace Nectar.Tests.EndToEnd;

/// <summary>The machine's own Chromium.</summary>
internal static class Chromium
{
    private static readonly string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>What to say where there is none.</summary>
    public const string Missing = "no Chromium: install the package chromium, or name one in NECTAR_CHROMIUM";

    /// <summary>Its path; null where there is none.</summary>
    public static string? Find() => Environment.GetEnvironmentVariable("NECTAR_CHROMIUM") ?? Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>Starts it without a window.</summary>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, string path) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
}
