using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MudBlazor.Services;
using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Flow;
using Nectar.Web.Components.Figures;
using Nectar.Web.Components.Vaults;
using Nectar.Web.Demo;
using Nectar.Web.History;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Components;

/// <summary>What the performance page tells of losses, over the real contracts.</summary>
public sealed class OverdueTableTests
{
    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_keeper_that_lost_and_one_that_took_what_it_drew_stand_there_with_what_their_stakes_paid()
    {
        await using var demo = await DemoNetwork.StartAsync(DeployedNetwork.Options, TimeProvider.System, NullLoggerFactory.Instance, Cancel);
        var vault = new VaultClient(demo.Contracts.Vault);
        var (loser, thief) = (demo.People.Keepers[0], demo.People.Keepers[1]);
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(demo));
        await web.WhenVaultIsReadAsync();
        await WhenHistoryAsync(web, 0);
        var before = await PageAsync(web);
        await loser.CallAsync(vault.Draw(loser.Address, new Usdc(1_000_0000000)), Cancel);
        await loser.CallAsync(vault.ReturnProceeds(loser.Address, new Usdc(900_0000000)), Cancel);
        await thief.CallAsync(vault.Draw(thief.Address, new Usdc(18_000_0000000)), Cancel);
        await demo.Network.CloseLedgersAsync(361, 0, Cancel);
        // The debt, and a tenth as penalty.
        Assert.Equal(new Usdc(110_0000000), await demo.People.Admin.CallAsync(vault.SettleOverdue(loser.Address), Cancel));
        Assert.Equal(new Usdc(19_800_0000000), await demo.People.Admin.CallAsync(vault.SettleOverdue(thief.Address), Cancel));
        await WhenHistoryAsync(web, 2);

        var page = await PageAsync(web);

        Assert.Contains("Every draw so far came back in time.", before.QuerySelector(".overdue")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("0.00 USDC after 0 draws not returned in time", Told(before, ".kpis > .figure", "Losses"));
        // The registry lists a slashed keeper no longer, and knows no name of it: its address stays.
        Assert.Equal(
            [[Shown.Address($"{thief.Address}"), "18,000.00", "19,800.00", "0.00"], [Shown.Address($"{loser.Address}"), "100.00", "110.00", "0.00"]], Rows(page));
        Assert.Equal("0.00 USDC after 2 draws not returned in time", Told(page, ".kpis > .figure", "Losses"));
        Assert.Equal((2, 0), (before.QuerySelectorAll(".scores .panel").Length, page.QuerySelectorAll(".scores .panel").Length));
        var records = await Task.WhenAll(new[] { loser, thief }.Select(k => demo.Server.ReadAsync(vault.GetKeeperRecord(k.Address), Cancel)));
        Assert.Equal([(1u, Usdc.Zero, Usdc.Zero), (1u, Usdc.Zero, Usdc.Zero)], records.Select(r => (r.Defaults, r.Losses, r.Drawn)));
        using var transaction = await web.Http.GetAsync(new Uri(page.QuerySelector(".overdue td a")!.GetAttribute("href")!, UriKind.Relative), Cancel);
        Assert.True(transaction.IsSuccessStatusCode);
    }

    [Fact]
    public void What_a_stake_did_not_cover_is_the_depositors_loss_in_the_list_and_in_the_words_of_the_moment()
    {
        using var context = new BunitContext();
        context.Services.AddMudServices();
        var settled = new VaultEvent.Settled(SCAddress.From(Samples.Beta), new Usdc(500_0000000), new Usdc(20_0000000), new Usdc(480_0000000));
        var moment = new VaultMoment(new LedgerNumber(120), Samples.Now, Samples.Hash, settled, VaultReplay.Empty);

        var shown = context.Render<OverdueTable>(p => p.Add(t => t.Moments, [moment]).Add(t => t.Gap, null).Add(t => t.Names, new Dictionary<string, string>()));

        Assert.Equal([[Shown.Address(Samples.Beta.ToString()), "500.00", "20.00", "480.00"]], Rows(shown.Find(".overdue")));
        Assert.Equal("overdue draw settled, 20.00 USDC from the stake, 480.00 lost", MomentWords.Of(settled));
    }

    private static async Task WhenHistoryAsync(WebFixture web, int settled)
    {
        var (history, watch) = (web.Services.GetRequiredService<VaultHistory>(), web.Services.GetRequiredService<VaultWatch>());
        // The vault's reading comes with the history or after it: a settled keeper is listed until then.
        while (history.Gap is not null || history.Moments.Count(m => m.Happened is VaultEvent.Settled) < settled || watch.Read().ValueOrDefault!.Keepers.Count != 2 - settled)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
        }
    }

    private static async Task<IDocument> PageAsync(WebFixture web) =>
        await new HtmlParser().ParseDocumentAsync(await web.Http.GetStringAsync(new Uri("/performance", UriKind.Relative), Cancel), Cancel);

    private static IEnumerable<string[]> Rows(IParentNode page) =>
        page.QuerySelectorAll("tbody tr").Where(r => r.Closest(".overdue") is not null).Select(r => r.QuerySelectorAll("td").Take(4).Select(c => c.TextContent.Trim()).ToArray());

    // What stands beside a name, its white space made one.
    private static string Told(IParentNode all, string rows, string name) => string.Join(' ', all.QuerySelectorAll(rows)
        .Single(row => row.QuerySelector("dt")!.TextContent == name).QuerySelector("dd")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
