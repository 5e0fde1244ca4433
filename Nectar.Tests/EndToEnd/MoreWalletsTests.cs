using Microsoft.Playwright;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.Support;
using Nectar.Tests.Web;
using Nectar.Tests.Web.Flow;

namespace Nectar.Tests.EndToEnd;

/// <summary>The window of other wallets in a browser, and one of them that a page script plays, on a real embedded network.</summary>
public sealed class MoreWalletsTests
{
    private const string Hana = """
        window.hanaWallet = { stellar: {
          getPublicKey: () => window.fakeKey(),
          signTransaction: asked => window.fakeSign(asked.xdr, asked.networkPassphrase),
        } };
        """;

    [Fact]
    public async Task The_kit_is_fetched_by_a_click_alone_and_a_wallet_chosen_in_it_signs_a_deposit()
    {
        await using var browser = await Browser.StartAsync();
        await using var demo = await DeployedNetwork.OpenAsync();
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(demo));
        await web.WhenVaultIsReadAsync();
        var (alice, network) = (demo.People.Depositors[0], demo.Network.Network);
        var page = await browser.NewPageAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.ExposeFunctionAsync("fakeKey", () => alice.Address.ToString());
        await page.ExposeFunctionAsync<string, string, string>("fakeSign", (xdr, passphrase) => passphrase == network.Passphrase
            ? Transaction.FromEnvelope(XdrCodec.FromBase64<TransactionEnvelope>(xdr), network).Sign(alice.Key).ToEnvelope().ToBase64()
            : "for another network");
        await page.AddInitScriptAsync(Hana);
        await page.GotoAsync(new Uri(web.Address, "/vault").ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        var more = page.GetByRole(AriaRole.Button, new() { Name = "More wallets" });
        await more.WaitForAsync();
        Assert.DoesNotContain(asked, url => url.Contains("/js/wallet/", StringComparison.Ordinal));

        await more.ClickAsync();
        var hana = page.GetByRole(AriaRole.Button, new() { Name = "Hana Wallet" });
        await hana.WaitForAsync();
        // By keys alone: the first wallet that is here comes before Close.
        await hana.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-wallet='Ready']").WaitForAsync();
        Assert.Equal(alice.Address.ToString(), await page.Locator("[data-account]").GetAttributeAsync("data-account"));
        await page.Locator("#amount").FillAsync("7");
        await page.GetByRole(AriaRole.Button, new() { Name = "Review deposit" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in the wallet" }).ClickAsync();

        await page.Locator("[data-flow='Confirmed']").WaitForAsync();
        await Soundness.ExpectAsync(page, "deposited with another wallet");
        Assert.Single(asked, url => url.EndsWith("/js/wallet/more.js", StringComparison.Ordinal));
        Assert.All(asked.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)), url => Assert.Equal(web.Address.Authority, new Uri(url).Authority));
        Assert.Empty(browser.Complaints);
    }

    [Theory]
    [InlineData("Escape")]
    [InlineData("Enter")] // on Close
    public async Task Who_closes_the_window_by_keys_is_where_they_were_and_can_ask_again(string key)
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        var page = await browser.NewPageAsync(320);
        await page.GotoAsync(new Uri(web.Address, "/vault").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "More wallets" }).ClickAsync();
        var window = page.GetByRole(AriaRole.Dialog, new() { Name = "More wallets" });
        await window.GetByText("of 5 are in this browser.").WaitForAsync();
        await window.GetByRole(AriaRole.Link, new() { Name = "Install Rabet" }).WaitForAsync();
        await Soundness.ExpectAsync(page, "the window of other wallets");

        await window.GetByRole(AriaRole.Button, new() { Name = "Close" }).FocusAsync();
        await page.Keyboard.PressAsync(key);

        await page.GetByRole(AriaRole.Button, new() { Name = "Ask again" }).WaitForAsync();
        Assert.Equal(0, await window.CountAsync());
        await Soundness.ExpectAsync(page, "declined in the window of other wallets");
        Assert.Empty(browser.Complaints);
    }
}
