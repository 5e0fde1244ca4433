using Bunit;
using Microsoft.Extensions.Logging.Abstractions;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Flow;
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

        var lines = Show(driver, network).FindAll("[data-review] > div").ToDictionary(d => d.QuerySelector("dt")!.TextContent, d => d.QuerySelector("dd")!.TextContent);

        Assert.Equal("100.0000000 USDC", lines["Deposit"]);
        Assert.Equal("100.000000 shares", lines["You get"]);
        Assert.Equal("99.900000 shares", lines["At least"]);
        Assert.Equal("none on deposit or withdrawal; keepers keep 10 % of each profit", lines["Fees of the vault"]);
        Assert.Equal("Standalone Network ; February 2017", lines["Network"]);
        Assert.Contains("Valid until", lines.Keys);
        Assert.Contains("for resources", lines["Network fee, at most"], StringComparison.Ordinal);
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
        Assert.Equal(["Prepare it again", "Change the amount"], shown.FindAll("button").Select(b => b.TextContent));
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

    private static (NetworkInUse Network, FlowDriver Driver) Begin(DemoNetwork demo)
    {
        var network = DemoInUse.Of(demo);
        var options = new TransactionSenderOptions { ValidForLedgers = 36, PollInterval = TimeSpan.FromMilliseconds(10) };
        return (network, new FlowDriver(
            new FlowPreparation(network, new HoldingsReader()),
            new SignedTransactionSender(demo.Server, TimeProvider.System, options, NullLogger<SignedTransactionSender>.Instance),
            new TestMemory(), TimeProvider.System));
    }

    private IRenderedComponent<FlowSteps> Show(FlowDriver driver, NetworkInUse network, DateTimeOffset? now = null) => Render<FlowSteps>(p => p
        .Add(c => c.Driver, driver).Add(c => c.Network, network).Add(c => c.Now, now ?? TimeProvider.System.GetUtcNow())
        .Add(c => c.OnSign, () => Task.CompletedTask).Add(c => c.OnBack, () => Task.CompletedTask)
        .Add(c => c.OnAgain, _ => Task.CompletedTask).Add(c => c.OnCheck, () => Task.CompletedTask));
}
