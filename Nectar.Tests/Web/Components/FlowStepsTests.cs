using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Flow;
using Nectar.Web.Advices;
using Nectar.Web.Components.Trade;
using Nectar.Web.Demo;
using Nectar.Web.Flow;
using Nectar.Web.Live;
using Nectar.Web.Wallet;

namespace Nectar.Tests.Web.Components;

/// <summary>What a visitor sees of a flow, driven against the real contracts.</summary>
public sealed class FlowStepsTests : BunitContext
{
    private const long One = 10_000_000;

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    public FlowStepsTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public async Task Before_signing_everything_that_will_happen_is_there_to_read()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var (network, driver) = Begin(demo);
        await driver.AskAsync(new FlowOrder.Deposit(new Usdc(100 * One)), demo.People.Depositors[0].Key.AccountId, Cancel);

        var lines = Lines(Show(driver, network));

        Assert.Equal("100.0000000 USDC", lines["Deposit"]);
        Assert.Equal("100.000000 shares", lines["You get"]);
        Assert.Equal("99.900000 shares", lines["At least"]);
        Assert.Equal("none on deposit or withdrawal; keepers keep 10 % of each profit", lines["Fees of the vault"]);
        Assert.Equal("Standalone Network ; February 2017", lines["Network"]);
        Assert.Contains("Valid until", lines.Keys);
        Assert.Contains("for resources", lines["Network fee, at most"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_what_vests_and_what_a_withdrawal_leaves_behind_is_told_before_signing()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var (vault, alice) = (new VaultClient(demo.Contracts.Vault), demo.People.Depositors[0]);
        await demo.People.Admin.CallAsync(vault.SetConfig(DemoDeployment.VaultTerms with { WithdrawCooldownLedgers = 700 }), Cancel);
        await demo.EarnAsync(new Usdc(500 * One));
        var unvested = (await demo.Server.ReadAsync(vault.GetState(), Cancel)).Unvested;
        var (network, driver) = Begin(demo);

        await driver.AskAsync(new FlowOrder.Deposit(new Usdc(100 * One)), alice.Key.AccountId, Cancel);
        var deposit = Lines(Show(driver, network));
        var review = Assert.IsType<FlowState.Reviewing>(driver.State).Review;
        await driver.BackAsync();
        await driver.AskAsync(new FlowOrder.Withdraw(new Shares((Int128)30_000 * 10_000_000_000_000)), alice.Key.AccountId, Cancel);
        var withdrawal = Lines(Show(driver, network));

        Assert.True(unvested > Usdc.Zero);
        Assert.Equal($"{Shown.Exact(unvested)} USDC of the vault's profit has not vested yet: you pay for your part of it, and get it back until ledger {Shown.Ledger(review.Before.Books.VestUntil)}", deposit["Vesting"]);
        Assert.Equal($"after 700 ledgers, about 58 min: from ledger {Shown.Ledger(review.LastLedger.Plus(700))} on at the latest", deposit["Withdrawable"]);
        Assert.Equal($"ledger {Shown.Ledger(review.LastLedger)}, about 3 min from this reading on", deposit["Valid until"]);
        var left = new Usdc(unvested.Stroops * 30_000 * 10_000_000_000_000 / review.Before.Books.TotalShares.Units);
        Assert.Equal($"{Shown.Exact(left)} USDC that would still become yours until ledger {Shown.Ledger(review.Before.Books.VestUntil)} stay with the others", withdrawal["Vesting"]);
        Assert.Equal(deposit["Fees of the vault"], withdrawal["Fees of the vault"]);
        Assert.Equal(["Redeem", "You get", "At least", "Vesting", "Fees of the vault", "Share price", "Contract", "Network fee, at most", "Network", "Valid until"], withdrawal.Keys);
    }

    [Fact]
    public async Task From_every_end_there_is_a_way_on_that_does_what_it_says()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var (network, driver) = Begin(demo);
        var alice = demo.People.Depositors[0];
        var (order, told) = (new FlowOrder.Deposit(new Usdc(100 * One)), new List<string>());
        foreach (var sign in new Func<Transaction, Task<WalletSignature>>[]
        {
            _ => Task.FromResult<WalletSignature>(new WalletSignature.Refused(AdviceBook.OfWallet(-4), IsDeclined: true)),
            _ => Task.FromResult<WalletSignature>(new WalletSignature.Refused(AdviceBook.OfWallet(-1), IsDeclined: false)),
            _ => Task.FromResult<WalletSignature>(new WalletSignature.Silent()),
        })
        {
            await driver.AskAsync(order, alice.Key.AccountId, Cancel);
            await driver.SignAsync(new KeyWallet(alice.Key, sign), Cancel);
            var stopped = Show(driver, network, told: told);
            Assert.Equal("Sign", stopped.Find("[aria-current='step']").TextContent.Trim()[2..]);

            await stopped.FindAll("button").Single(b => b.TextContent == "Prepare it again").ClickAsync(new MouseEventArgs());
            await stopped.FindAll("button").Single(b => b.TextContent == "Change the amount").ClickAsync(new MouseEventArgs());
        }

        await driver.BackAsync();
        Assert.Equal([$"again {order}", "back", $"again {order}", "back", $"again {order}", "back"], told);
    }

    [Fact]
    public async Task Restored_entries_lead_on_to_what_was_asked_for_and_what_may_have_been_accepted_to_asking_again()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var (alice, memory, told) = (demo.People.Depositors[0], new TestMemory(), new List<string>());
        var (network, driver) = Begin(demo, memory);
        await driver.AskAsync(new FlowOrder.Deposit(new Usdc(100 * One)), alice.Key.AccountId, Cancel);
        await driver.SignAsync(new KeyWallet(alice.Key), Cancel);
        var order = new FlowOrder.Withdraw(new Shares(5));

        await memory.KeepAsync(Assert.Single(memory.Kept) with { Order = order, IsRestore = true });
        var (_, restored) = Begin(demo, memory);
        await restored.ResumeAsync(null, Cancel);
        var shown = Show(restored, network, told: told);
        Assert.Contains("The archived entries are restored.", shown.Markup, StringComparison.Ordinal);
        await shown.FindAll("button").Single(b => b.TextContent == "Go on with what you asked for").ClickAsync(new MouseEventArgs());
        await memory.KeepAsync(new SentNote(order, alice.Key.AccountId, Samples.Hash, new LedgerNumber(1), IsRestore: false));
        var (_, unknown) = Begin(demo, memory);
        await unknown.ResumeAsync(null, Cancel);
        shown = Show(unknown, network, told: told);
        Assert.Contains("It may have been accepted", shown.Markup, StringComparison.Ordinal);
        await Assert.Single(shown.FindAll("button")).ClickAsync(new MouseEventArgs());

        Assert.Equal([$"again {order}", "check"], told);
        Assert.NotNull(memory.Note);
    }

    [Fact]
    public async Task The_hash_is_there_from_the_review_on_and_the_end_says_what_came_of_it()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var (network, driver) = Begin(demo);
        var alice = demo.People.Depositors[0];
        await driver.AskAsync(new FlowOrder.Deposit(new Usdc(100 * One)), alice.Key.AccountId, Cancel);
        Assert.Equal(driver.State.HashOrNull.ToString(), Show(driver, network).Find("[data-hash]").GetAttribute("data-hash"));

        await driver.SignAsync(new KeyWallet(alice.Key), Cancel);

        var shown = Show(driver, network);
        Assert.Contains("100.0000000 USDC deposited for 100.000000 shares.", shown.Markup, StringComparison.Ordinal);
        Assert.Equal($"/transactions/{driver.State.HashOrNull}", shown.Find(".flow-hash a").GetAttribute("href"));
        Assert.Equal(5, shown.FindAll(".step-done").Count);
    }

    [Fact]
    public async Task A_refusal_has_its_sentence_its_next_action_and_its_diagnostics()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var (network, driver) = Begin(demo);
        await driver.AskAsync(new FlowOrder.Withdraw(new Shares(long.MaxValue) + new Shares((Int128)long.MaxValue * 100_000)), demo.People.Depositors[0].Key.AccountId, Cancel);

        var shown = Show(driver, network);

        Assert.Contains("You own fewer shares than you want to redeem.", shown.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("contract error 202", shown.Find("summary").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Copy the diagnostics", "Prepare it again", "Change the amount"], shown.FindAll("button").Select(b => b.TextContent));
    }

    [Fact]
    public async Task A_wallet_that_shows_nothing_can_be_left_after_six_seconds_and_not_before()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var (network, driver) = Begin(demo);
        var alice = demo.People.Depositors[0];
        await driver.AskAsync(new FlowOrder.Deposit(new Usdc(100 * One)), alice.Key.AccountId, Cancel);
        _ = driver.SignAsync(new KeyWallet(alice.Key, _ => new TaskCompletionSource<WalletSignature>().Task), Cancel);
        while (driver.State is not FlowState.Signing)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancel);
        }

        var since = ((FlowState.Signing)driver.State).Since;
        Assert.Empty(Show(driver, network, since.AddSeconds(5.9)).FindAll("button"));
        Assert.Equal("The wallet shows nothing: go back", Show(driver, network, since.AddSeconds(6)).Find("button").TextContent);
    }

    private static (NetworkInUse Network, FlowDriver Driver) Begin(DemoNetwork demo, TestMemory? memory = null)
    {
        var network = DemoInUse.Of(demo);
        var options = new TransactionSenderOptions { ValidForLedgers = 36, PollInterval = TimeSpan.FromMilliseconds(10) };
        return (network, new FlowDriver(
            new FlowPreparation(network, new HoldingsReader()),
            new SignedTransactionSender(demo.Server, TimeProvider.System, options, NullLogger<SignedTransactionSender>.Instance),
            memory ?? new TestMemory(), TimeProvider.System));
    }

    private static Dictionary<string, string> Lines(IRenderedComponent<FlowSteps> shown) =>
        shown.FindAll("[data-review] > div").ToDictionary(d => d.QuerySelector("dt")!.TextContent, d => d.QuerySelector("dd")!.TextContent);

    private IRenderedComponent<FlowSteps> Show(FlowDriver driver, NetworkInUse network, DateTimeOffset? now = null, List<string>? told = null) => Render<FlowSteps>(p => p
        .Add(c => c.Driver, driver).Add(c => c.Network, network).Add(c => c.Now, now ?? TimeProvider.System.GetUtcNow())
        .Add(c => c.OnSign, () => Task.CompletedTask).Add(c => c.OnBack, () => TellAsync(told, "back"))
        .Add(c => c.OnAgain, order => TellAsync(told, $"again {order}")).Add(c => c.OnCheck, () => TellAsync(told, "check")));

    private static Task TellAsync(List<string>? told, string what)
    {
        told?.Add(what);
        return Task.CompletedTask;
    }
}
