using Microsoft.Playwright;
using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Vault;
using Nectar.Tests.Support;
using Nectar.Tests.Web;
using Nectar.Tests.Web.Flow;
using Nectar.Web.Demo;

namespace Nectar.Tests.EndToEnd;

/// <summary>The vault page in a browser with Freighter's real message protocol, on a real embedded network.</summary>
public sealed class FreighterDepositTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deposit_takes_at_most_twelve_keys_from_connected_to_the_wallet_and_survives_decline_wrong_network_and_another_account()
    {
        await using var browser = await Browser.StartAsync();
        await using var demo = await DeployedNetwork.OpenAsync();
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(demo));
        await web.WhenVaultIsReadAsync();
        var (alice, bob) = (demo.People.Depositors[0], demo.People.Depositors[1]);
        var wallet = new FakeFreighter(demo.Network.Network) { Key = alice.Key, OtherPassphrase = "Test SDF Network ; September 2015", Signs = false };
        var page = await browser.NewPageAsync(320);
        await wallet.InstallAsync(page);
        await page.GotoAsync(new Uri(web.Address, "/vault").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect Freighter" }).ClickAsync();

        await page.Locator("[data-wallet='WrongNetwork']").GetByText("Test SDF Network").WaitForAsync();
        await Soundness.ExpectAsync(page, "on the wrong network");
        wallet.OtherPassphrase = null;
        await page.Locator("[data-wallet='Ready']").WaitForAsync();
        Assert.Equal(alice.Address.ToString(), await page.Locator("[data-account]").GetAttributeAsync("data-account"));
        Assert.Equal("60000.0000000000000", await page.Locator("[data-figure='wallet-shares']").GetAttributeAsync("title"));
        Assert.Equal("60000.0000000", await page.Locator("[data-figure='wallet-value']").GetAttributeAsync("title"));
        await Soundness.ExpectAsync(page, "connected");

        // From the connected wallet on with keys alone.
        await page.Locator("#amount").FocusAsync();
        string[] keys = ["1", "2", ".", "5", "Enter"];
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key);
        }

        await page.Locator("[data-flow='Reviewing']").WaitForAsync();
        await page.Locator("[data-review]").GetByText("12.5000000 USDC").WaitForAsync();
        await Soundness.ExpectAsync(page, "reviewing");
        await page.Locator("button:focus", new() { HasText = "Sign in Freighter" }).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(keys.Length + 1 <= 12);
        await page.GetByText("You declined in the wallet.").WaitForAsync();
        Assert.Equal(1, wallet.Asked);
        await Soundness.ExpectAsync(page, "declined");

        wallet.Signs = true;
        await page.GetByRole(AriaRole.Button, new() { Name = "Prepare it again" }).ClickAsync();
        await page.Locator("[data-flow='Reviewing']").WaitForAsync();
        wallet.Key = bob.Key;
        await page.GetByText("The wallet has another account now.").WaitForAsync();
        var before = await PositionAsync(demo, bob);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in Freighter" }).ClickAsync();
        await page.Locator("[data-flow='Confirmed']").WaitForAsync();

        var hash = await page.Locator("[data-hash]").GetAttributeAsync("data-hash");
        Assert.Equal(64, hash!.Length);
        // Shares are rounded down, by less than a stroop each way.
        Assert.InRange((long)(await PositionAsync(demo, bob) - before), 12_4999998, 12_5000000);
        await page.Locator($"[data-island='position'] input[value='{bob.Address}']").WaitForAsync();
        await Soundness.ExpectAsync(page, "confirmed");
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task A_wallet_that_stays_silent_can_be_left_after_six_seconds()
    {
        await using var browser = await Browser.StartAsync();
        await using var demo = await DeployedNetwork.OpenAsync();
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(demo));
        var wallet = new FakeFreighter(demo.Network.Network) { Key = demo.People.Depositors[0].Key, Signs = null };
        var page = await browser.NewPageAsync();
        await wallet.InstallAsync(page);
        await page.GotoAsync(new Uri(web.Address, "/vault").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect Freighter" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "25 %" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Review deposit" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in Freighter" }).ClickAsync();

        var back = page.GetByRole(AriaRole.Button, new() { Name = "The wallet shows nothing: go back" });
        await back.WaitForAsync();
        await Soundness.ExpectAsync(page, "waiting for the signature");
        await back.ClickAsync();

        await page.GetByText("A signature that it gives now is not used.").WaitForAsync();
        Assert.Equal(1, wallet.Asked);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(768)]
    [InlineData(640)] // 1280 px at 200 % zoom
    [InlineData(320)]
    public async Task Without_a_wallet_axe_finds_nothing_and_nothing_sticks_out(int width)
    {
        await using var browser = await Browser.StartAsync();
        await using var demo = await DeployedNetwork.OpenAsync();
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(demo));
        await web.WhenVaultIsReadAsync();
        var page = await browser.NewPageAsync(width);

        await page.GotoAsync(new Uri(web.Address, $"/vault?watch={demo.People.Depositors[0].Address}").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect Freighter" }).WaitForAsync();

        await Soundness.ExpectAsync(page, $"at {width} px");
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect Freighter" }).ClickAsync();
        await page.Locator("[data-wallet='NotInstalled']").WaitForAsync();
        await Soundness.ExpectAsync(page, $"without an extension at {width} px");
        Assert.Empty(browser.Complaints);
    }

    private static async Task<Int128> PositionAsync(DemoNetwork demo, DemoAccount who) =>
        (await demo.Server.ReadAsync(new VaultClient(demo.Contracts.Vault).Position(who.Address), Cancel)).Value.Stroops;
}
