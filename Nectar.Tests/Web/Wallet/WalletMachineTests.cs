using Nectar.Tests.Support;
using Nectar.Web.Advices;
using Nectar.Web.Wallet;

namespace Nectar.Tests.Web.Wallet;

public sealed class WalletMachineTests
{
    private static WalletState StateOf(WalletFacts facts) => WalletMachine.StateOf(facts, "here");

    [Fact]
    public void Nobody_who_asked_for_no_wallet_is_told_about_one() =>
        Assert.IsType<WalletState.Disconnected>(StateOf(WalletSamples.Facts() with { IsAsked = false }));

    [Fact]
    public void What_is_missing_is_told_in_the_order_in_which_it_can_be_mended()
    {
        var facts = new WalletFacts { IsAsked = true };
        Assert.IsType<WalletState.Looking>(StateOf(facts));
        Assert.IsType<WalletState.NotInstalled>(StateOf(facts with { IsInstalled = false }));
        facts = facts with { IsInstalled = true };
        Assert.IsType<WalletState.NotAllowed>(StateOf(facts with { IsAllowed = false }));
        facts = facts with { IsAllowed = true, Account = Samples.Alpha };
        Assert.IsType<WalletState.Looking>(StateOf(facts));
        Assert.Equal(new WalletState.WrongNetwork("here", "there"), StateOf(facts with { Passphrase = "there", Holdings = WalletSamples.Holdings() }));
        facts = facts with { Passphrase = "here" };
        Assert.Equal(new WalletState.Reading(Samples.Alpha), StateOf(facts));
        Assert.Equal(new WalletState.Unfunded(Samples.Alpha), StateOf(facts with { Holdings = WalletSamples.Holdings() with { Exists = false, HasTrustline = false } }));
        Assert.IsType<WalletState.NoTrustline>(StateOf(facts with { Holdings = WalletSamples.Holdings() with { HasTrustline = false } }));
        Assert.IsType<WalletState.Ready>(StateOf(facts with { Holdings = WalletSamples.Holdings() }));
    }

    [Fact]
    public void A_fault_is_told_before_anything_else() =>
        Assert.Equal(new WalletState.Faulted(AdviceBook.WalletSilent), StateOf(WalletSamples.Facts() with { Fault = AdviceBook.WalletSilent }));
}
