using Nectar.Core.Contracts.Vault;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.History;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Live;

public sealed class DepositorBookTests
{
    private static readonly SCAddress alice = SCAddress.From(Samples.Alpha);
    private static readonly SCAddress bob = SCAddress.From(Samples.Beta);

    [Fact]
    public void What_was_paid_in_is_deposits_less_withdrawals()
    {
        var book = new DepositorBook(new VaultHistory());

        book.Add([
            new VaultEvent.Deposited(alice, new Usdc(100), new Shares(1_000)),
            null,
            new VaultEvent.Deposited(bob, new Usdc(500), new Shares(4_900)),
            new VaultEvent.Withdrawn(alice, new Usdc(30), new Shares(250)),
        ]);

        Assert.Equal(new Usdc(70), book.PaidIn(Samples.Alpha.ToString(), new Shares(750)));
        Assert.Equal([Samples.Beta.ToString(), Samples.Alpha.ToString()], book.Largest(5));
    }

    [Fact]
    public void Where_shares_came_another_way_what_was_paid_in_is_unknown_and_not_guessed()
    {
        var book = new DepositorBook(new VaultHistory());

        book.Add([new VaultEvent.Deposited(alice, new Usdc(100), new Shares(1_000))]);

        Assert.Null(book.PaidIn(Samples.Alpha.ToString(), new Shares(1_001)));
        Assert.Null(book.PaidIn(Samples.Beta.ToString(), new Shares(5)));
    }
}
