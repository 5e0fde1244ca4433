using Bunit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Sending;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Flow;
using Nectar.Tests.Web.Wallet;
using Nectar.Web.Components.Trade;
using Nectar.Web.Flow;
using Nectar.Web.Live;
using Nectar.Web.Wallet;

namespace Nectar.Tests.Web.Components;

/// <summary>What a visitor sees in each state of the wallet.</summary>
public sealed class WalletPanelTests : BunitContext
{
    private readonly ScriptedWalletPort port = new();
    private readonly NetworkInUse network = Samples.Network();

    [Fact]
    public void Nobody_is_pressed_to_connect_and_the_practice_account_is_labelled_as_what_it_is()
    {
        var shown = Show(Session());

        Assert.Contains("can be read without a wallet", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("worth nothing", shown.Markup, StringComparison.Ordinal);
        Assert.Equal(["Try it with a practice account", "Connect Freighter", "More wallets"], shown.FindAll("button").Select(b => b.TextContent));
    }

    [Fact]
    public async Task Where_there_is_no_wallet_the_way_to_one_is_shown()
    {
        var session = Session();
        await session.ConnectAsync(WalletKind.Freighter, mayAsk: true, CancellationToken.None);

        var shown = Show(session);

        Assert.Contains("did not answer", shown.Markup, StringComparison.Ordinal);
        Assert.Equal("https://www.freighter.app/", shown.Find("a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_wallet_on_another_network_is_told_which_is_expected_and_which_it_has()
    {
        port.With("isConnected", """{"isConnected":true}""").With("requestAccess", $$"""{"address":"{{Samples.Alpha}}"}""")
            .With("getNetworkDetails", """{"networkPassphrase":"Public Global Stellar Network ; September 2015"}""");
        var session = Session();
        await session.ConnectAsync(WalletKind.Freighter, mayAsk: true, CancellationToken.None);

        var lines = Show(session).FindAll("dd").Select(d => d.TextContent);

        Assert.Equal(["Standalone Network ; February 2017", "Public Global Stellar Network ; September 2015"], lines);
    }

    [Fact]
    public async Task A_locked_wallet_and_a_wallets_error_each_say_what_to_do()
    {
        port.With("isConnected", """{"isConnected":true}""").With("requestAccess", """{"address":""}""");
        var session = Session();
        await session.ConnectAsync(WalletKind.Freighter, mayAsk: true, CancellationToken.None);
        Assert.Contains("Unlock it and allow this page", Show(session).Markup, StringComparison.Ordinal);

        port.With("requestAccess", """{"error":{"code":-1,"message":"broken"}}""");
        await session.ConnectAsync(WalletKind.Freighter, mayAsk: true, CancellationToken.None);

        var shown = Show(session);
        Assert.Contains("The wallet met an error of its own.", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("broken", shown.Find("pre").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wallet_that_changes_its_network_is_followed_without_a_click()
    {
        port.With("isConnected", """{"isConnected":true}""").With("isAllowed", """{"isAllowed":true}""").With("getAddress", $$"""{"address":"{{Samples.Alpha}}"}""")
            .With("requestAccess", $$"""{"address":"{{Samples.Alpha}}"}""").With("getNetworkDetails", """{"networkPassphrase":"one"}""");
        var session = Session();
        await session.ConnectAsync(WalletKind.Freighter, mayAsk: true, CancellationToken.None);

        port.With("getNetworkDetails", """{"networkPassphrase":"another"}""").Change(Samples.Alpha.ToString(), "another");

        Assert.Equal("another", Assert.IsType<WalletState.WrongNetwork>(session.State).Actual);
    }

    [Theory]
    [InlineData("Test SDF Network ; September 2015", "https://friendbot.stellar.org/?addr=")]
    [InlineData("Public Global Stellar Network ; September 2015", null)]
    public async Task On_testnet_an_account_that_is_not_there_is_led_to_friendbot_and_on_mainnet_to_nobody(string passphrase, string? link)
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var elsewhere = DemoInUse.Of(demo) with { IsEmbedded = false, Network = new Network(passphrase), Faucet = null };
        var nobody = Samples.KeyOf(88).AccountId;
        port.With("isConnected", """{"isConnected":true}""").With("requestAccess", $$"""{"address":"{{nobody}}"}""").With("getNetworkDetails", $$"""{"networkPassphrase":"{{passphrase}}"}""");
        var session = new TradeSession(elsewhere, port, new HoldingsReader(), new TestMemory(), new FakeTimeProvider(), NullLogger<SignedTransactionSender>.Instance);

        await session.ConnectAsync(WalletKind.Freighter, mayAsk: true, CancellationToken.None);

        Assert.Equal(nobody, Assert.IsType<WalletState.Unfunded>(session.State).Account);
        var shown = Render<WalletPanel>(p => p.Add(c => c.Session, session).Add(c => c.Network, elsewhere).Add(c => c.OnAct, act => act()));
        Assert.Equal(link is null ? [] : [$"{link}{nobody}"], shown.FindAll("a").Select(a => a.GetAttribute("href")));
        Assert.Empty(shown.FindAll("button"));
    }

    [Fact]
    public async Task A_silent_look_that_finds_nothing_leaves_the_visitor_alone()
    {
        var session = Session();

        await session.ConnectAsync(WalletKind.Freighter, mayAsk: false, CancellationToken.None);

        Assert.IsType<WalletState.Disconnected>(session.State);
    }

    private TradeSession Session() =>
        new(network, port, new HoldingsReader(), new TestMemory(), new FakeTimeProvider(), NullLogger<SignedTransactionSender>.Instance);

    private IRenderedComponent<WalletPanel> Show(TradeSession session) => Render<WalletPanel>(p => p
        .Add(c => c.Session, session).Add(c => c.Network, network).Add(c => c.OnAct, act => act()));
}
