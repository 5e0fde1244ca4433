using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Token;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Web.Demo;

namespace Nectar.Tests.EndToEnd;

public sealed class PracticeWalletTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_without_a_wallet_deposits_sees_a_liquidations_receipt_and_withdraws_with_the_gain_that_the_chain_has()
    {
        await using var browser = await Browser.StartAsync();
        await using var app = RunningApp.Start();
        await app.WhenUpAsync(Cancel);
        var page = await browser.NewPageAsync();
        page.SetDefaultTimeout(120_000);
        await page.GotoAsync(new Uri(app.Address, "/vault").ToString());

        await page.GetByRole(AriaRole.Button, new() { Name = "Try it with a practice account" }).ClickAsync();
        await page.Locator("[data-figure='wallet-usdc'][title='2500.0000000']").WaitForAsync();
        var account = (await page.Locator("[data-account]").GetAttributeAsync("data-account"))!;
        await page.Locator("#amount").FillAsync("2000");
        await DoAsync(page, "Review deposit");
        await page.Locator("[data-figure='wallet-usdc'][title='500.0000000']").WaitForAsync();

        // The page follows the account by itself: receipts come as soon as a liquidation's profit vests.
        await page.Locator("[data-receipts] tbody tr:has(code)[data-gain]:not([data-gain='0'])").First.WaitForAsync();
        while (await StroopsAsync(page, "position-profit") <= 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Cancel);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Withdraw", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Max" }).ClickAsync();
        await DoAsync(page, "Review withdrawal");

        using var chain = Chain(app.Address);
        var usdc = Network.Standalone.ContractIdOf(Asset.Credit("USDC", DemoPeople.KeyOf("issuer").AccountId));
        var balance = await chain.GetRequiredService<ISorobanServer>().ReadAsync(new TokenClient(usdc).Balance(SCAddress.Parse(account)), Cancel);
        Assert.True(balance > DemoFaucet.Gift, $"a gain was expected, and {new Usdc(balance)} USDC came of {new Usdc(DemoFaucet.Gift)}");
        await page.Locator($"[data-figure='wallet-usdc'][title='{new Usdc(balance)}']").WaitForAsync();
        var profit = ((long)(balance - DemoFaucet.Gift)).ToString(CultureInfo.InvariantCulture);
        await page.Locator($"[data-figure='position-profit'][data-stroops='{profit}']").WaitForAsync();
        Assert.Equal(profit, await page.Locator("[data-figure='receipts-sum']").GetAttributeAsync("data-stroops"));
        var parts = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-receipts] tbody tr')].map(row => row.dataset.gain)");
        Assert.Equal(profit, parts.Sum(p => long.Parse(p, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture));
        Assert.Empty(browser.Complaints);
    }

    private static async Task DoAsync(IPage page, string review)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = review }).ClickAsync();
        // Somebody's transaction may come in between and make the call dearer than was declared: the page says so, and one tries again.
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign with the practice account" }).ClickAsync();
            await page.Locator("[data-flow='Confirmed'], [data-flow='Stopped'], [data-flow='Reviewing'] [role='alert']").First.WaitForAsync();
            if (await page.Locator("[data-flow='Confirmed']").CountAsync() > 0)
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
                return;
            }

            if (await page.Locator("[data-flow='Stopped']").CountAsync() > 0)
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Prepare it again" }).ClickAsync();
            }
        }

        Assert.Fail($"{review}: {await page.Locator("[data-flow]").TextContentAsync()}");
    }

    private static async Task<long> StroopsAsync(IPage page, string figure) =>
        long.Parse((await page.Locator($"[data-figure='{figure}']").GetAttributeAsync("data-stroops"))!, CultureInfo.InvariantCulture);

    private static ServiceProvider Chain(Uri app)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddNectarSorobanServer(o => o.Endpoints.Add(new Uri(app, "/rpc")));
        return services.BuildServiceProvider();
    }
}
