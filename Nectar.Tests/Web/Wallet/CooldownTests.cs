using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.Wallet;

namespace Nectar.Tests.Web.Wallet;

public sealed class CooldownTests
{
    private static readonly TimeSpan ledgerTime = TimeSpan.FromSeconds(5);
    private static readonly Holdings has = WalletSamples.Holdings();
    private static readonly Holdings waits = has with { Config = has.Config with { WithdrawCooldownLedgers = 700 } };

    [Fact]
    public void While_it_runs_its_last_ledger_is_exact_and_its_end_a_whole_second_never_too_early()
    {
        var running = Cooldown.Of(waits with { CooldownEnds = new LedgerNumber(130) }, Samples.Now.AddMilliseconds(1), ledgerTime);

        Assert.Equal(new Cooldown.Running(new LedgerNumber(130), 30, Samples.Now.AddSeconds(151)), running);
    }

    [Fact]
    public void It_is_over_in_the_ledger_that_it_names_and_when_its_entry_is_gone()
    {
        Assert.IsType<Cooldown.Over>(Cooldown.Of(waits with { CooldownEnds = waits.Ledger }, Samples.Now, ledgerTime));
        Assert.IsType<Cooldown.Over>(Cooldown.Of(waits, Samples.Now, ledgerTime));
    }

    [Fact]
    public void There_is_none_where_the_vault_asks_for_none_or_nothing_is_deposited()
    {
        Assert.Equal(new Cooldown.None(0), Cooldown.Of(has, Samples.Now, ledgerTime));
        Assert.Equal(new Cooldown.None(700), Cooldown.Of(waits with { Shares = Shares.Zero }, Samples.Now, ledgerTime));
    }
}
