using System.Net;
using System.Text;
using Nectar.Core.Contracts.Token;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Flow;
using Nectar.Web.Api;
using Nectar.Web.Demo;
using Nectar.Web.Wallet;

namespace Nectar.Tests.Web.Api;

public sealed class CooldownApiTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_depositor_who_waits_sees_balance_and_end_on_the_page_and_gets_the_end_for_a_calendar()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var (vault, alice) = (new VaultClient(demo.Contracts.Vault), demo.People.Depositors[0]);
        await demo.People.Admin.CallAsync(vault.SetConfig(DemoDeployment.VaultTerms with { WithdrawCooldownLedgers = 700 }), Cancel);
        await demo.People.Issuer.CallAsync(new TokenClient(demo.Contracts.Usdc).Mint(alice.Address, 60_000_0000000), Cancel);
        await alice.CallAsync(vault.Deposit(alice.Address, new Usdc(60_000_0000000)), Cancel);
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(demo));
        await web.WhenVaultIsReadAsync();
        var has = await new HoldingsReader().ReadAsync(DemoInUse.Of(demo), alice.Address, Cancel);

        var page = WebUtility.HtmlDecode(await web.Http.GetStringAsync(new Uri($"/vault?watch={alice.Address}", UriKind.Relative), Cancel));
        using var answer = await web.Http.GetAsync(new Uri($"/api/cooldown.ics?account={alice.Address}", UriKind.Relative), Cancel);

        // Half of the shares waited already, in full: the wait is weighed by what came in.
        Assert.Equal(350u, has.CooldownLeft);
        Assert.Contains("COOLING DOWN", page, StringComparison.Ordinal);
        Assert.Contains("<b>0.0000000</b> USDC of <b>120,000.0000000</b>", page, StringComparison.Ordinal);
        Assert.Contains($"until ledger <b>{has.CooldownEnds!.Value.Value:N0}</b>", page, StringComparison.Ordinal);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nectar-cooldown.ics", answer.Content.Headers.ContentDisposition!.FileName);
        var lines = Unfold(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Contains($"UID:cooldown-{has.CooldownEnds}-{alice.Address}-{demo.Contracts.Vault}", lines);
    }

    [Fact]
    public void The_entry_is_one_event_by_RFC_5545_with_folded_lines_and_escaped_text()
    {
        var text = Write();

        Assert.Equal("BEGIN:VCALENDAR\r\n", text[..17]);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var lines = Unfold(text);
        Assert.Contains("VERSION:2.0", lines);
        Assert.Contains("PRODID:-//Nectar//Vault//EN", lines);
        Assert.Contains("DTSTAMP:20261124T120000Z", lines);
        Assert.Contains("DTSTART:20261124T120230Z", lines);
        Assert.Contains("SUMMARY:Nectar: the cooldown is over\\, USDC can be withdrawn", lines);
        Assert.Contains(lines, l => l.StartsWith("DESCRIPTION:From ledger 130 on embedded network", StringComparison.Ordinal) && l.Contains("can be redeemed.\\nReckoned at 2026-11-24 12:00:00 UTC\\, 30 ledgers before\\; ", StringComparison.Ordinal));
        Assert.Single(lines, "BEGIN:VEVENT");
        Assert.Contains("ACTION:DISPLAY", lines);
    }

    [Fact]
    public void The_same_cooldown_read_later_keeps_its_uid_so_that_a_calendar_moves_it_instead_of_doubling_it() =>
        Assert.Equal(Unfold(Write()).Single(IsUid), Unfold(Write(29, Samples.Now.AddSeconds(9))).Single(IsUid));

    [Fact]
    public async Task Where_nothing_waits_there_is_no_entry_and_a_bad_address_is_told_with_the_rule()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        await using var web = await WebFixture.StartAsync(network: DemoInUse.Of(demo));

        using var none = await web.Http.GetAsync(new Uri($"/api/cooldown.ics?account={demo.People.Depositors[0].Address}", UriKind.Relative), Cancel);
        using var bad = await web.Http.GetAsync(new Uri("/api/cooldown.ics?account=abc", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Contains("there is nothing to wait for", await none.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        Assert.Contains("“abc” is no address", await bad.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static string Write(uint left = 30, DateTimeOffset? now = null) => CooldownApi.Write(
        new Cooldown.Running(new LedgerNumber(130), left, Samples.Now.AddSeconds(150)), SCAddress.Parse(Samples.Borrower), Samples.Network(), now ?? Samples.Now);

    private static string[] Unfold(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

    private static bool IsUid(string line) => line.StartsWith("UID:", StringComparison.Ordinal);
}
