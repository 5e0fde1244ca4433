using AngleSharp.Dom;
using Bunit;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Wallet;
using Nectar.Web.Components.Vaults;
using Nectar.Web.Wallet;

namespace Nectar.Tests.Web.Components;

/// <summary>The three states of a cooldown, each with what can be withdrawn and what is there.</summary>
public sealed class CooldownFigureTests : BunitContext
{
    private static readonly Holdings has = WalletSamples.Holdings() with { Config = WalletSamples.Holdings().Config with { WithdrawCooldownLedgers = 700 } };

    [Fact]
    public void While_it_runs_the_ledger_and_the_time_in_utc_stand_there_and_the_way_to_a_calendar()
    {
        var figure = Draw(has with { CooldownEnds = new LedgerNumber(1_230) });

        Assert.Equal("◷ COOLING DOWN", figure.QuerySelector(".figure-value")!.TextContent);
        Assert.Contains("until ledger 1,230: 1,130 more ledgers, about 94 min.", Words(figure), StringComparison.Ordinal);
        Assert.Equal("2026-11-24 13:34:10 UTC", figure.QuerySelector("time[data-local]")!.TextContent);
        Assert.Equal("2026-11-24T13:34:10.0000000Z", figure.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal($"/api/cooldown.ics?account={Samples.Borrower}", figure.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("withdrawable now: 0.0000000 USDC of 200.0000000", Words(figure), StringComparison.Ordinal);
    }

    [Fact]
    public void Afterwards_it_is_over_and_all_can_be_withdrawn()
    {
        var figure = Draw(has);

        Assert.Equal("● OVER", figure.QuerySelector(".figure-value")!.TextContent);
        Assert.Contains("withdrawable now: 200.0000000 USDC of 200.0000000", Words(figure), StringComparison.Ordinal);
        Assert.Null(figure.QuerySelector("a"));
    }

    [Fact]
    public void Without_a_deposit_there_is_none_and_it_says_how_long_a_deposit_would_wait()
    {
        var figure = Draw(has with { Shares = Shares.Zero });

        Assert.Equal("○ NONE", figure.QuerySelector(".figure-value")!.TextContent);
        Assert.Contains("nothing is deposited; a deposit waits 700 ledgers, about 58 min", Words(figure), StringComparison.Ordinal);
        Assert.Contains("this vault asks nobody to wait", Words(Draw(WalletSamples.Holdings())), StringComparison.Ordinal);
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private IElement Draw(Holdings holdings) => Render<CooldownFigure>(p => p
        .Add(c => c.Account, Samples.Borrower).Add(c => c.Holdings, holdings).Add(c => c.At, Samples.Now).Add(c => c.LedgerTime, TimeSpan.FromSeconds(5))).Find("[data-figure='cooldown']");
}
