using Microsoft.Playwright;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web;
using Nectar.Tests.Web.Flow;
using Nectar.Web.Demo;
using Nectar.Web.Flow;

namespace Nectar.Tests.EndToEnd;

/// <summary>States of wallet and transaction that a deposit which goes well never meets, on the narrowest screen of a real embedded network.</summary>
public sealed class WalletStatesTests
{
    private const int Narrow = 320;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_that_is_not_there_is_funded_and_given_its_trust_line_and_each_state_on_the_way_is_sound()
    {
        await using var browser = await Browser.StartAsync();
        await using var demo = await DeployedNetwork.OpenAsync();
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(demo));
        var page = await browser.NewPageAsync(Narrow);
        await new FakeFreighter(demo.Network.Network) { Key = Samples.KeyOf(88) }.InstallAsync(page);
        await page.GotoAsync(new Uri(web.Address, "/vault").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect Freighter" }).ClickAsync();

        await page.Locator("[data-wallet='Unfunded']").WaitForAsync();
        await Soundness.ExpectAsync(page, "unfunded");
        await page.GetByRole(AriaRole.Button, new() { Name = "Fund it with 10,000 XLM" }).ClickAsync();
        await page.Locator("[data-wallet='NoTrustline']").WaitForAsync();
        await Soundness.ExpectAsync(page, "without a trust line");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add USDC trust line" }).ClickAsync();
        await page.Locator("[data-flow='Reviewing']").WaitForAsync();
        await Soundness.ExpectAsync(page, "reviewing a trust line");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in Freighter" }).ClickAsync();
        await page.Locator("[data-flow='Confirmed']").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Get 2,500 USDC to practise with" }).ClickAsync();

        await page.Locator($"[data-figure='wallet-usdc'][title='{new Usdc(DemoFaucet.Gift)}']").WaitForAsync();
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task A_transaction_found_again_after_a_reload_is_waited_for_told_as_expired_and_where_nobody_can_tell_told_as_perhaps_accepted()
    {
        await using var browser = await Browser.StartAsync();
        await using var demo = await DeployedNetwork.OpenAsync();
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(demo));
        var page = await browser.NewPageAsync(Narrow);
        await page.GotoAsync(new Uri(web.Address, "/vault").ToString());

        await ReloadWithNoteAsync(demo.Network.Latest.Sequence + 60);
        await page.Locator("[data-flow='Pending']").GetByText("You may leave: this page finds it again.").WaitForAsync();
        await Soundness.ExpectAsync(page, "pending");
        await demo.Network.CloseLedgersAsync(60, 0, Cancel);
        await page.Locator("[data-flow='Stopped']").GetByText("it never will be included").WaitForAsync();
        await Soundness.ExpectAsync(page, "expired");

        // A ledger that the network no longer keeps may have included it.
        await ReloadWithNoteAsync(1);
        await page.Locator("[data-flow='Unknown']").GetByText("It may have been accepted").WaitForAsync();
        await Soundness.ExpectAsync(page, "unknown");
        Assert.Equal(Samples.Hash.ToString(), await page.Locator("[data-hash]").GetAttributeAsync("data-hash"));
        Assert.Empty(browser.Complaints);

        async Task ReloadWithNoteAsync(uint last)
        {
            var note = new SentNote(new FlowOrder.Deposit(new Usdc(12_5000000)), Samples.Alpha, Samples.Hash, new LedgerNumber(last), IsRestore: false);
            await page.EvaluateAsync("note => localStorage.setItem('nectar-sent', note)", note.Write());
            await page.ReloadAsync();
        }
    }
}
