using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Nectar.Tests.Web;

namespace Nectar.Tests.EndToEnd;

/// <summary>Circuits as <c>/metrics</c> counts them: a browser's pages open and close them.</summary>
public sealed partial class CircuitMetricsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_vault_page_is_a_circuit_until_it_is_closed_and_one_whose_socket_broke_is_kept_but_not_connected()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        var before = await CountAsync(web);
        var first = await OpenAsync(browser, web);
        await WhenAsync(web, (1, 1));
        var sockets = new List<IWebSocketRoute>();
        var second = await OpenAsync(browser, web, sockets);
        await WhenAsync(web, (2, 2));

        // As where a tunnel swallows it: the page gets no other, and the server keeps its circuit for its return.
        await sockets[0].CloseAsync();
        await WhenAsync(web, (2, 1));
        // A page that is left says so, and its circuit goes with it.
        await first.GotoAsync(new Uri(web.Address, "/features").ToString());
        await WhenAsync(web, (1, 0));

        Assert.Equal((0, 0), before);
        Assert.False(second.IsClosed);
    }

    private static async Task<IPage> OpenAsync(Browser browser, WebFixture web, List<IWebSocketRoute>? sockets = null)
    {
        var page = await browser.NewPageAsync();
        if (sockets is not null)
        {
            await page.RouteWebSocketAsync("**/_blazor*", route =>
            {
                sockets.Add(route);
                if (sockets.Count == 1)
                {
                    route.ConnectToServer();
                }
            });
        }

        await page.GotoAsync(new Uri(web.Address, "/vault").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect Freighter" }).WaitForAsync();
        return page;
    }

    private static async Task WhenAsync(WebFixture web, (int Active, int Connected) expected)
    {
        while (await CountAsync(web) != expected)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancel);
        }
    }

    private static async Task<(int Active, int Connected)> CountAsync(WebFixture web)
    {
        var text = await web.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancel);
        return (Value(Active().Match(text)), Value(Connected().Match(text)));

        static int Value(Match found) => int.Parse(found.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^nectar_circuits_active (\d+)$", RegexOptions.Multiline)]
    private static partial Regex Active();

    [GeneratedRegex(@"^nectar_circuits_connected (\d+)$", RegexOptions.Multiline)]
    private static partial Regex Connected();
}
