using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Nectar.Core.Keeper;
using Nectar.Tests.Support;
using Nectar.Tests.Web;
using Nectar.Web.Live;

namespace Nectar.Tests.EndToEnd;

/// <summary>The console over a journal of three lines: a failed look of beta, and a case of alpha that was detected and filled.</summary>
internal static class FilledConsole
{
    /// <summary>The case.</summary>
    public static readonly Guid CaseId = Guid.CreateVersion7(Samples.Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts the application with it.</summary>
    public static async Task<WebFixture> FilledAsync()
    {
        var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        web.Services.GetRequiredService<KeeperBoard>().Set(Samples.View());
        await web.Journal.AppendAsync(Samples.Line(1, Samples.Beta), null, Cancel);
        await web.Journal.AppendAsync(Samples.Detected(CaseId), Samples.Case(CaseId, new CaseState.Detected()), Cancel);
        await web.Journal.AppendAsync(Samples.Liquidated(CaseId), Samples.Case(CaseId, new CaseState.Returned()), Cancel);
        return web;
    }

    /// <summary>Opens it, and waits until it follows the log.</summary>
    public static async Task<IPage> OpenAsync(Browser browser, WebFixture web, int width = 1280)
    {
        var page = await browser.NewPageAsync(width);
        await page.GotoAsync(new Uri(web.Address, "/console").ToString());
        await WhenFollowingAsync(page);
        return page;
    }

    /// <summary>Waits until it follows the log.</summary>
    public static Task WhenFollowingAsync(IPage page) => page.GetByText("● FOLLOWING").WaitForAsync();

    /// <summary>Ids of the lines that are shown, top to bottom.</summary>
    public static Task<string> IdsAsync(IPage page) =>
        page.EvaluateAsync<string>("[...document.querySelectorAll('[data-log-lines] > .log-line')].map(row => row.dataset.id).join(' ')");

    /// <summary>Writes more lines: failed looks of alpha, numbered.</summary>
    public static async Task AppendAsync(WebFixture web, int from, int to)
    {
        for (var n = from; n <= to; n++)
        {
            await web.Journal.AppendAsync(Samples.Line(n), null, Cancel);
        }
    }
}
