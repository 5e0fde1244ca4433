using Microsoft.Playwright;
using Nectar.Tests.Support;
using Nectar.Tests.Web;

namespace Nectar.Tests.EndToEnd;

public sealed class ProofInBrowserTests
{
    [Theory]
    [InlineData(true, "Copied")]
    [InlineData(false, "Selected")]
    public async Task A_proofs_command_is_copied_with_a_click_and_selected_where_the_browser_keeps_its_clipboard(bool mayCopy, string told)
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        var page = await browser.NewPageAsync(320);
        if (mayCopy)
        {
            await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        }
        else
        {
            await page.AddInitScriptAsync("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        }

        await page.GotoAsync(new Uri(web.Address, "/vault").ToString());
        var proof = page.Locator("[data-island='summary'] .proof");
        await proof.Locator("summary").ClickAsync();
        await proof.GetByRole(AriaRole.Button, new() { Name = "Copy the command" }).ClickAsync();

        await proof.GetByRole(AriaRole.Button, new() { Name = told }).WaitForAsync();
        var expected = $"stellar contract invoke --id {Samples.Network().Vault} --network-passphrase \"{Samples.Network().Network.Passphrase}\" --rpc-url {web.Address}rpc --source-account G… --send=no -- get_state";
        Assert.Equal(expected, await page.EvaluateAsync<string>(mayCopy ? "navigator.clipboard.readText()" : "getSelection().toString()"));
        await Soundness.ExpectAsync(page, "an open proof");
        Assert.Empty(browser.Complaints);
    }
}
