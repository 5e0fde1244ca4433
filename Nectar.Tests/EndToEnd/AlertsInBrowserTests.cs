using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Nectar.Core.Alerts;
using Nectar.Tests.Support;
using Nectar.Tests.Web;
using Nectar.Web.Alerting;

namespace Nectar.Tests.EndToEnd;

public sealed class AlertsInBrowserTests
{
    [Fact]
    public async Task Whoever_wants_alerts_in_the_browser_gets_those_that_come_from_then_on()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync();
        var alerts = web.Services.GetRequiredService<BrowserAlerts>();
        alerts.Add(new AlertMessage(AlertRule.LossBooked, "from before", 1, Samples.Now));
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(web.Address, "/console").ToString());
        var looked = page.WaitForResponseAsync(r => r.Url.EndsWith("/console/alerts.json?since=-1", StringComparison.Ordinal));

        await page.GetByRole(AriaRole.Button, new() { Name = "Notify in this browser" }).ClickAsync();
        await looked;
        alerts.Add(new AlertMessage(AlertRule.CapitalOverdue, "alpha has 500 USDC out", 1, Samples.Now));

        await page.Locator("[data-browser-alerts-told]", new() { HasText = "Nectar capital overdue: alpha has 500 USDC out" }).WaitForAsync();
        Assert.Empty(browser.Complaints);
    }
}
