using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;
using Nectar.Tests.Support;
using Nectar.Tests.Web;
using Nectar.Web.Live;

namespace Nectar.Tests.EndToEnd;

/// <summary>Every page while something is missing, on the narrowest screen.</summary>
public sealed class PageStatesTests
{
    private static readonly string[] pages = ["/", "/vault", "/performance", "/features", "/console", "/rewind"];

    [Theory]
    [InlineData("waiting")]
    [InlineData("unavailable")]
    [InlineData("stale")]
    public async Task Where_readings_wait_fail_or_grow_old_axe_finds_nothing_and_nothing_sticks_out(string state)
    {
        await using var browser = await Browser.StartAsync();
        var clock = new ShiftedClock();
        await using var web = await WebFixture.StartAsync(
            new FickleReader(fails: state == "unavailable"), isReady: state != "waiting", configure: b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        if (state == "stale")
        {
            await web.WhenVaultIsReadAsync();
            web.Services.GetRequiredService<KeeperBoard>().Set(Samples.View(Samples.Position(Samples.Borrower, 9_342_000, "opens an auction over 46 %")));
            clock.Ahead = TimeSpan.FromMinutes(5);
        }
        else if (state == "unavailable")
        {
            var watch = web.Services.GetRequiredService<VaultWatch>();
            while (watch.Read() is not Reading<VaultPicture>.Unavailable)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
            }
        }

        var page = await browser.NewPageAsync(320);
        foreach (var path in pages)
        {
            await page.GotoAsync(new Uri(web.Address, path).ToString());
            await page.Locator("h1").WaitForAsync();
            // What is past does not grow old.
            if (state == "stale" && path != "/rewind")
            {
                await page.GetByText("STALE").First.WaitForAsync();
            }

            await Soundness.ExpectAsync(page, $"{path} {state}");
        }

        Assert.Empty(browser.Complaints);
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/error")]
    [InlineData("/transactions/abc")]
    [InlineData("/liquidations/00000000-0000-0000-0000-000000000001")]
    [InlineData("/vault?watch=nobody")]
    [InlineData("/console?case=nothing")]
    [InlineData("/rewind?t=nothing")]
    public async Task What_does_not_exist_is_told_on_a_page_as_sound_as_others(string path)
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        var page = await browser.NewPageAsync(320);

        await page.GotoAsync(new Uri(web.Address, path).ToString());
        await page.Locator("h1").WaitForAsync();

        await Soundness.ExpectAsync(page, path);
    }

    [Fact]
    public async Task Without_its_circuit_the_vault_page_stays_readable_and_says_that_it_reconnects()
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        var page = await browser.NewPageAsync(320);
        var circuits = new List<IWebSocketRoute>();
        await page.RouteWebSocketAsync("**/_blazor*", route =>
        {
            circuits.Add(route);
            if (circuits.Count == 1)
            {
                route.ConnectToServer();
            }
        });
        await page.GotoAsync(new Uri(web.Address, "/vault").ToString());
        // The document has the buttons already, to no avail until the circuit stands.
        await page.Locator("button:enabled", new() { HasText = "Connect Freighter" }).WaitForAsync();

        await circuits[0].CloseAsync();

        await page.GetByText("No connection: trying again.").WaitForAsync();
        await Soundness.ExpectAsync(page, "reconnecting");
        Assert.True(await page.Locator("#vault-title").IsVisibleAsync());
    }

    private sealed class FickleReader(bool fails) : IVaultReader
    {
        private int asked;

        public Task<VaultPicture> ReadAsync(NetworkInUse network, CancellationToken cancel) => fails || asked++ > 0
            ? throw new VaultReadException("the RPC does not answer")
            : new SampleVaultReader().ReadAsync(network, cancel);
    }
}
