using Microsoft.Playwright;

namespace Nectar.Tests.EndToEnd;

/// <summary>The machine's own Chromium, driven by Playwright. Where there is none, a test is left out and says so.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly List<string> complaints = [];

    private Browser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <summary>What the consoles of all pages complained of: errors, each breach of the content policy, exceptions.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<Browser> StartAsync()
    {
        var path = Environment.GetEnvironmentVariable("NECTAR_CHROMIUM") ?? Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (path is null)
        {
            Assert.Skip("no Chromium: install the package chromium, or name one in NECTAR_CHROMIUM");
        }

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
        return new Browser(playwright, browser);
    }

    public async Task<IPage> NewPageAsync(int width = 1280, int height = 900, bool hasScripts = true, bool hasMotion = false)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = hasScripts,
            ReducedMotion = hasMotion ? ReducedMotion.NoPreference : ReducedMotion.Reduce,
        });
        await context.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.effectiveDirective} ${e.blockedURI} ${e.sample}`))");
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error")
            {
                complaints.Add($"{message.Text} at {message.Location}");
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
