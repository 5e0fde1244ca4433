using Nectar.Core.Contracts.Vault;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web;
using Nectar.Tests.Web.Flow;
using Nectar.Web.Demo;

namespace Nectar.Tests.EndToEnd;

public sealed class CooldownInBrowserTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_depositor_who_waits_sees_when_it_ends_in_utc_and_where_it_is_and_downloads_it_for_a_calendar()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var vault = new VaultClient(demo.Contracts.Vault);
        await demo.People.Admin.CallAsync(vault.SetConfig(DemoDeployment.VaultTerms with { WithdrawCooldownLedgers = 700 }), Cancel);
        var alice = demo.People.Depositors[0];
        await alice.CallAsync(vault.Withdraw(alice.Address, new Shares((Int128)60_000 * 10_000_000_000_000)), Cancel);
        await alice.CallAsync(vault.Deposit(alice.Address, new Usdc(60_000_0000000)), Cancel);
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(demo));
        await web.WhenVaultIsReadAsync();
        var page = await browser.NewPageAsync(320);

        await page.GotoAsync(new Uri(web.Address, $"/vault?watch={alice.Address}").ToString());
        var told = page.Locator("[data-figure='cooldown']");
        await told.GetByText("where you are").WaitForAsync();

        var end = DateTimeOffset.Parse((await told.Locator("time").GetAttributeAsync("datetime"))!, System.Globalization.CultureInfo.InvariantCulture);
        var local = await page.EvaluateAsync<string>("at => new Date(at).toLocaleString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' })", end.ToString("O"));
        Assert.Contains(local, await told.TextContentAsync(), StringComparison.Ordinal);
        await Soundness.ExpectAsync(page, "a cooldown at 320 px");
        var download = await page.RunAndWaitForDownloadAsync(() => told.GetByRole(Microsoft.Playwright.AriaRole.Link).ClickAsync());
        Assert.Equal("nectar-cooldown.ics", download.SuggestedFilename);
        await using var file = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(file);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", await reader.ReadToEndAsync(Cancel), StringComparison.Ordinal);
        Assert.Empty(browser.Complaints);
    }
}
