using Microsoft.Playwright;

namespace Nectar.Tests.EndToEnd;

/// <summary>The machine's own Chromium, driven by Playwright. Where there is none, a test is left out and says so.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly List<string> complaints = [];

    private Browser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <summary>What the consoles of all pages complained of: errors, each breach of the content policy, exceptions.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<Browser> StartAsync()
    {
        var path = Chromium.Find();
        Assert.SkipWhen(path is null, Chromium.Missing);
        var playwright = await Playwright.CreateAsync();
        return new Browser(playwright, await Chromium.LaunchAsync(playwright, path!));
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
