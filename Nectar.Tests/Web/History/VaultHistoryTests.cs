using System.Text.Json;
using AngleSharp.Html.Parser;
using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Flow;
using Nectar.Web.Demo;
using Nectar.Web.History;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.History;

/// <summary>A vault of the test's own on a real embedded network, replayed from its events.</summary>
public sealed class VaultHistoryTests
{
    private const long One = 10_000_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_replayed_books_are_the_chains_and_every_depositors_receipts_add_up_to_the_profit_that_its_shares_show()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var (vault, network) = await DeployAsync(demo);
        var (alice, bob, alpha) = (demo.People.Depositors[0], demo.People.Depositors[1], demo.People.Keepers[0]);
        await alice.CallAsync(vault.Deposit(alice.Address, new Usdc(10_000 * One)), Cancel);
        await ProfitAsync(alpha, vault, 1_000 * One, (37 * One) + 3);
        await bob.CallAsync(vault.Deposit(bob.Address, new Usdc((3_333 * One) + 7)), Cancel);
        await demo.Network.CloseLedgersAsync(50, cancellation: Cancel);
        await ProfitAsync(alpha, vault, 2_000 * One, 11 * One);
        var half = (await demo.Server.ReadAsync(vault.Position(alice.Address), Cancel)).Shares.Units / 2;
        await alice.CallAsync(vault.Withdraw(alice.Address, new Shares(half)), Cancel);
        await demo.Network.CloseLedgersAsync(200, cancellation: Cancel);

        var history = new VaultHistory();
        var picture = await new VaultReader(new DepositorBook(history), history).ReadAsync(network, Cancel);

        Assert.Null(history.Gap);
        Assert.Equal(picture.Vault, history.Moments[^1].Books.StateAt(picture.Ledger));
        foreach (var person in new[] { alice, bob })
        {
            var position = picture.Depositors.Single(d => d.Address == person.Address.ToString());
            var statement = Statements.Of(history.Moments, person.Address, picture.Ledger);
            Assert.Equal((position.Shares, position.Value), (statement.Shares, statement.Value));
            Assert.Equal(position.Value + statement.TakenOut - statement.PaidIn, statement.Profit);
            Assert.Equal(statement.Profit, statement.Sum);
        }

        await using (var web = await WebFixture.StartAsync(network: network))
        {
            await ExpectReceiptsAsync(web, alice.Address.ToString());
            using var json = JsonDocument.Parse(await web.Http.GetStringAsync(new Uri($"/api/history.json?account={alice.Address}", UriKind.Relative), Cancel));
            var root = json.RootElement;
            var parts = root.GetProperty("receipts").EnumerateArray().Select(r => r.GetProperty("gain")).Concat(root.GetProperty("parts").EnumerateObject().Select(p => p.Value));
            Assert.Equal(Usdc.Parse(root.GetProperty("profit").GetString()!), parts.Aggregate(Usdc.Zero, (sum, part) => sum + Usdc.Parse(part.GetString()!)));
            Assert.Equal((vault.Contract.ToString(), picture.Ledger.Value), (root.GetProperty("vault").GetString(), root.GetProperty("ledger").GetUInt32()));
            foreach (var transaction in root.GetProperty("receipts").EnumerateArray().Select(r => TransactionHash.Parse(r.GetProperty("transaction").GetString()!)))
            {
                Assert.Equal(TransactionStatus.Success, (await demo.Server.GetTransactionAsync(transaction, Cancel)).ValueOrThrow().Status);
            }
        }

        var alices = Statements.Of(history.Moments, alice.Address, picture.Ledger);
        Assert.Equal(2, alices.Receipts.Count);
        Assert.True(alices.Receipts[1].Gain > alices.Receipts[0].Gain);
        Assert.True(Statements.Of(history.Moments, bob.Address, picture.Ledger).Entries < Usdc.Zero);
    }

    [Fact]
    public async Task A_history_that_misses_an_event_is_not_shown_and_says_why()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var (vault, network) = await DeployAsync(demo);
        var alice = demo.People.Depositors[0];
        await alice.CallAsync(vault.Deposit(alice.Address, new Usdc(10 * One)), Cancel);
        var events = await EventsAsync(network);
        var config = await demo.Server.ReadAsync(vault.GetConfig(), Cancel);
        var state = await demo.Server.ReadAsync(vault.GetState(), Cancel);
        var (whole, late, torn) = (new VaultHistory(), new VaultHistory(), new VaultHistory());

        whole.Add(network.Vault, config, events);
        late.Add(network.Vault, config, events.Where(e => VaultEvent.Read(e.Topics, e.Value) is not VaultEvent.Deposited(var user, _, _) || user == alice.Address));
        torn.Add(network.Vault, config, events.SkipLast(1).Where(e => VaultEvent.Read(e.Topics, e.Value) is not VaultEvent.Deposited(var user, _, _) || user != alice.Address));
        foreach (var history in new[] { whole, late, torn })
        {
            history.Check(events[^1].Ledger, state);
        }

        Assert.Null(whole.Gap);
        Assert.Equal("the server keeps no events from the vault's beginning", late.Gap);
        Assert.StartsWith("the vault's events do not add up", torn.Gap, StringComparison.Ordinal);
        Assert.Empty(torn.Moments);
    }

    // On the page and in the file the parts add up to the profit shown, to the stroop.
    private static async Task ExpectReceiptsAsync(WebFixture web, string account)
    {
        await web.WhenVaultIsReadAsync();
        var page = await new HtmlParser().ParseDocumentAsync(await web.Http.GetStringAsync(new Uri($"/vault?watch={account}", UriKind.Relative), Cancel), Cancel);
        using var answer = await web.Http.GetAsync(new Uri(page.QuerySelector("a[href^='/api/history.csv']")!.GetAttribute("href")!, UriKind.Relative), Cancel);
        var rows = (await answer.Content.ReadAsStringAsync(Cancel)).TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')).ToList();
        var profit = StroopsOf(page.QuerySelector("[data-figure='position-profit']")!.GetAttribute("data-stroops")!);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(profit > 0);
        Assert.Equal(2, page.QuerySelectorAll("[data-receipts] tbody tr:has(code)").Length);
        Assert.Equal(profit, page.QuerySelectorAll("[data-receipts] tbody tr").Sum(row => StroopsOf(row.GetAttribute("data-gain")!)));
        Assert.Equal(profit, (long)Usdc.Parse(rows.Single(r => r[2] == "profit")[3]).Stroops);
        Assert.Equal(profit, rows.Where(r => r[2] is "receipt" or "earlier" or "entries" or "others" or "losses").Sum(r => (long)Usdc.Parse(r[3]).Stroops));
        Assert.Equal(["withdraw", "receipt", "receipt", "deposit"], rows.Where(r => r[0].Length > 0).Select(r => r[2]));

        static long StroopsOf(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task ProfitAsync(DemoAccount keeper, VaultClient vault, long draw, long profit)
    {
        await keeper.CallAsync(vault.Draw(keeper.Address, new Usdc(draw)), Cancel);
        await keeper.CallAsync(vault.ReturnProceeds(keeper.Address, new Usdc(draw + profit)), Cancel);
    }

    private static async Task<(VaultClient Vault, NetworkInUse Network)> DeployAsync(DemoNetwork demo)
    {
        var (admin, salt) = (demo.People.Admin, DemoContracts.SaltOf("another vault"));
        await admin.DoAsync("a vault", VaultClient.Deploy(
            admin.Address, salt, ContractArtefact.Of("nectar_vault").Hash, admin.Address, demo.Contracts.Usdc, demo.Contracts.Registry, DemoDeployment.VaultTerms), Cancel);
        var vault = demo.Network.Network.ContractIdOf(admin.Address, salt);
        return (new VaultClient(vault), DemoInUse.Of(demo, vault));
    }

    private static async Task<IReadOnlyList<EventInfo>> EventsAsync(NetworkInUse network)
    {
        var request = new GetEventsRequest
        {
            StartLedger = (await network.Server.GetHealthAsync(Cancel)).ValueOrThrow().OldestLedger,
            Filters = [new EventFilter { Type = "contract", ContractIds = [network.Vault.ToString()] }],
        };
        return (await network.Server.GetEventsAsync(request, Cancel)).ValueOrThrow().Events;
    }
}
