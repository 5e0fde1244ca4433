using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Nectar.Core.Contracts.Calls;
using Nectar.Core.Contracts.Vault;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Flow;
using Nectar.Web.Components.Trade;
using Nectar.Web.Demo;
using Nectar.Web.Flow;
using Nectar.Web.Live;
using Nectar.Web.Wallet;

namespace Nectar.Tests.Web.Components;

/// <summary>The amount's form with the real contract's previews.</summary>
public sealed class TradeFormTests : BunitContext
{
    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    private FlowOrder? asked;

    [Theory]
    [InlineData("25 %", 125)]
    [InlineData("50 %", 250)]
    [InlineData("75 %", 375)]
    [InlineData("Max", 500)]
    public async Task A_part_of_what_there_is_is_previewed_by_the_contract_and_asked_for_to_the_stroop(string button, int amount)
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var form = await ShowAsync(demo, has => has with { Usdc = new Usdc(500_0000000) });

        await PressAsync(form, button);

        form.WaitForAssertion(() => Assert.Equal($"You get {amount}.000000 shares, worth {amount}.0000000 USDC at once.", form.Find("[data-figure='preview']").TextContent));
        Assert.Equal($"{amount}", form.Find("#amount").GetAttribute("value"));
        await form.Find("form").SubmitAsync();
        Assert.Equal(new FlowOrder.Deposit(new Usdc(amount * 10_000_000L)), asked);
    }

    [Theory]
    [InlineData(false, "Max", "60000", 60_000)]
    [InlineData(true, "Max", "60000", 60_000)]
    [InlineData(true, "25 %", "15000", 15_000)]
    public async Task A_withdrawal_is_typed_in_USDC_or_in_shares_and_its_preview_tells_both(bool inShares, string button, string typed, int worth)
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var form = await ShowAsync(demo, has => has);
        await PressAsync(form, "Withdraw");
        if (inShares)
        {
            await PressAsync(form, "In shares");
        }

        await PressAsync(form, button);

        form.WaitForAssertion(() => Assert.Equal($"{worth:N0}.000000 shares bring {worth:N0}.0000000 USDC now.", form.Find("[data-figure='preview']").TextContent));
        Assert.Equal(typed, form.Find("#amount").GetAttribute("value"));
        await form.Find("form").SubmitAsync();
        Assert.Equal(new FlowOrder.Withdraw(new Shares((Int128)worth * 10_000_000_000_000)), asked);
    }

    [Fact]
    public async Task A_deposit_while_profit_vests_is_told_what_it_is_worth_at_once_and_why_that_is_less()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        await demo.EarnAsync(new Usdc(500_0000000));
        var vault = new VaultClient(demo.Contracts.Vault);
        var shares = await demo.Server.ReadAsync(vault.PreviewDeposit(new Usdc(100_0000000)), Cancel);
        var worth = await demo.Server.ReadAsync(vault.PreviewRedeem(shares), Cancel);
        var form = await ShowAsync(demo, has => has with { Usdc = new Usdc(500_0000000) });

        await form.Find("#amount").InputAsync("100");

        form.WaitForAssertion(() => Assert.Equal(
            $"You get {Shown.Exact(shares)} shares, worth {Shown.Exact(worth)} USDC at once: {Shown.Exact(new Usdc(100_0000000) - worth)} less, since profit that is not vested yet is in the price, and becomes yours as it vests.",
            form.Find("[data-figure='preview']").TextContent));
        Assert.True(worth < new Usdc(100_0000000));
    }

    [Theory]
    [InlineData("0.00000001")]
    [InlineData("-5")]
    [InlineData("1 000")]
    [InlineData("\u0661\u0662")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("\u2212" + "5")]
    [InlineData("+5")]
    [InlineData("1111111111111111111111111111111111111111")]
    [InlineData("<b>5</b>")]
    public async Task Strange_amounts_are_refused_beside_the_field_and_asked_of_nobody(string typed)
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var form = await ShowAsync(demo, has => has with { Usdc = new Usdc(500_0000000) });

        await form.Find("#amount").InputAsync(typed);
        await form.Find("form").SubmitAsync();

        Assert.Contains(typed, form.Find("#amount-problem").TextContent, StringComparison.Ordinal);
        Assert.Empty(form.FindAll("[data-figure='preview']"));
        Assert.Null(asked);
    }

    [Fact]
    public async Task What_is_no_amount_is_told_beside_the_field_and_nothing_is_asked_for()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var form = await ShowAsync(demo, has => has with { Usdc = new Usdc(500_0000000) });

        await form.Find("#amount").InputAsync("12,5");

        Assert.Equal("“12,5” is no amount: digits with a point and at most 7 decimals, like 1250.5.", form.Find("#amount-problem").TextContent);
        Assert.Equal("true", form.Find("#amount").GetAttribute("aria-invalid"));
        await form.Find("form").SubmitAsync();
        Assert.Null(asked);
    }

    [Theory]
    [InlineData(DraftKind.Deposit, "12.5", "You get 12.500000 shares, worth 12.5000000 USDC at once.")]
    [InlineData(DraftKind.Withdraw, "250", "250.000000 shares bring 250.0000000 USDC now.")]
    [InlineData(DraftKind.Redeem, "3", "3.000000 shares bring 3.0000000 USDC now.")]
    public async Task What_was_typed_before_a_reload_is_there_again_and_what_is_typed_now_is_told(DraftKind kind, string text, string preview)
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var told = new List<Draft>();

        var form = await ShowAsync(demo, has => has with { Usdc = new Usdc(500_0000000) }, new Draft(kind, text), told);

        form.WaitForAssertion(() => Assert.Equal(preview, form.Find("[data-figure='preview']").TextContent));
        Assert.Equal(text, form.Find("#amount").GetAttribute("value"));
        await form.Find("#amount").InputAsync("7x");
        Assert.Equal(new Draft(kind, "7x"), told[^1]);
    }

    [Fact]
    public async Task During_the_cooldown_the_deposit_is_still_told_with_when_it_can_be_withdrawn()
    {
        await using var demo = await DeployedNetwork.OpenAsync();
        var form = await ShowAsync(demo, has => has with { CooldownEnds = has.Ledger.Plus(30) });

        await PressAsync(form, "Withdraw");

        Assert.Equal("Your deposit is 60,000.0000000 USDC. It can be withdrawn in 30 ledgers, about 2 min.", form.Find("#amount-most").TextContent);
    }

    private static Task PressAsync(IRenderedComponent<TradeForm> form, string name) =>
        form.FindAll("button").Single(b => b.TextContent == name).ClickAsync(new MouseEventArgs());

    private async Task<IRenderedComponent<TradeForm>> ShowAsync(DemoNetwork demo, Func<Holdings, Holdings> change, Draft? draft = null, List<Draft>? told = null)
    {
        var network = DemoInUse.Of(demo);
        var has = await new HoldingsReader().ReadAsync(network, demo.People.Depositors[0].Address, Cancel);
        return Render<TradeForm>(p => p.Add(c => c.Holdings, change(has)).Add(c => c.Network, network).Add(c => c.Draft, draft)
            .Add(c => c.OnDraft, typed =>
            {
                told?.Add(typed);
                return Task.CompletedTask;
            })
            .Add(c => c.OnReview, order =>
            {
                asked = order;
                return Task.CompletedTask;
            }));
    }
}
