using Microsoft.Extensions.DependencyInjection;
using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web;
using Nectar.Web.Live;

namespace Nectar.Tests.EndToEnd;

public sealed class OtherPagesInBrowserTests
{
    private static readonly Guid id = Guid.CreateVersion7(Samples.Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1280)]
    [InlineData(768)]
    [InlineData(640)] // 1280 px at 200 % zoom
    [InlineData(320)]
    public async Task At_any_width_axe_finds_nothing_the_console_is_silent_and_nothing_sticks_out(int width)
    {
        await using var browser = await Browser.StartAsync();
        await using var web = await WebFixture.StartAsync();
        await web.WhenVaultIsReadAsync();
        var stands = Samples.Case(id, new CaseState.Returned()) with { AuctionStart = new LedgerNumber(101) };
        await web.Journal.AppendAsync(Samples.Detected(id), stands with { State = new CaseState.Detected() }, Cancel);
        await web.Journal.AppendAsync(Samples.Liquidated(id), stands, Cancel);
        web.Services.GetRequiredService<KeeperBoard>().Set(Samples.View(Samples.Position(Samples.Borrower, 11_042_000, "HF 1.1042 ≥ 1")));
        await web.Services.GetRequiredService<PositionJournal>().RecordAsync(
            Samples.Pool, [new(Samples.Borrower, new LedgerNumber(90), Samples.Now.AddSeconds(-60), new Ratio(9_500_000), new Worth(900_0000000), new Worth(900_0000000))], Cancel);
        var page = await browser.NewPageAsync(width);

        foreach (var path in new[] { "/performance", $"/liquidations/{id}", "/features", $"/positions/{Samples.Borrower}", $"/transactions/{Samples.Hash}" })
        {
            await page.GotoAsync(new Uri(web.Address, path).ToString());
            await page.Locator("h1").WaitForAsync();
            await Soundness.ExpectAsync(page, $"{path} at {width} px");
        }

        Assert.Empty(browser.Complaints);
    }
}
