using CsCheck;
using Nectar.Core.Units;
using Nectar.Web.Wallet;

namespace Nectar.Tests.Web.Wallet;

public sealed class HoldingsTests
{
    private static readonly Holdings has = WalletSamples.Holdings();

    [Fact]
    public void No_more_can_be_withdrawn_than_is_idle_and_its_shares_redeem_no_more()
    {
        var poor = has with { Books = has.Books with { Idle = new Usdc(50_0000000), Drawn = new Usdc(950_0000000) } };

        Assert.Equal(new Usdc(50_0000000), poor.MaxWithdraw);
        Assert.True(poor.Books.ValueOf(poor.MaxRedeem, poor.Ledger) <= poor.Books.Idle);
        Assert.Equal(has.Shares, has.MaxRedeem);
    }

    [Fact]
    public void During_the_cooldown_nothing_can_be_withdrawn_and_the_position_stays_visible()
    {
        var cooling = has with { CooldownEnds = new LedgerNumber(130) };

        Assert.Equal(30u, cooling.CooldownLeft);
        Assert.Equal(Usdc.Zero, cooling.MaxWithdraw);
        Assert.Equal(has.Value, cooling.Value);
        Assert.Equal(0u, (has with { CooldownEnds = new LedgerNumber(100) }).CooldownLeft);
    }

    [Fact]
    public void A_cap_leaves_what_is_below_it_and_never_less_than_nothing()
    {
        Assert.Null(has.Capacity);
        Assert.Equal(new Usdc(200_0000000), (has with { Config = has.Config with { DepositCap = new Usdc(1_200_0000000) } }).MaxDeposit);
        Assert.Equal(Usdc.Zero, (has with { Config = has.Config with { DepositCap = new Usdc(10_0000000) } }).MaxDeposit);
        Assert.Equal(new Usdc(500_0000000), has.MaxDeposit);
    }

    [Fact]
    public void The_shares_for_an_amount_redeem_at_least_that_amount_and_never_more_than_there_are() =>
        Gen.Select(Gen.Long[1, 10_000_000_000_000], Gen.Long[1, 10_000_000_000_000], Gen.Long[1, 1_000_000]).Sample((idle, units, part) =>
        {
            var books = has.Books with { Idle = new Usdc(idle), TotalShares = new Shares((Int128)units * 1_000_000) };
            var owner = has with { Books = books, Shares = new Shares((Int128)units * 500_000) };
            if (owner.Value <= Usdc.Zero)
            {
                return;
            }

            var amount = new Usdc(1 + ((owner.Value.Stroops - 1) * part / 1_000_000));
            var shares = owner.SharesFor(amount);

            Assert.True(shares <= owner.Shares);
            Assert.True(books.ValueOf(shares, owner.Ledger) >= amount);
        });
}
