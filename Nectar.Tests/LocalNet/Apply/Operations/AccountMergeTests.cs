using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Apply.Operations;

public sealed class AccountMergeTests(SharedHost host)
{
    [Fact]
    public async Task The_balance_goes_to_the_other_and_the_account_is_gone()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (account, other) = (await net.AccountAsync(1), await net.AccountAsync(2));

        var result = Assert.IsType<AccountMergeResult.Success>(await net.ResultAsync(account, Merge(other)));

        Assert.Equal(1_000 * TestNetwork.Xlm - 100, result.Value);
        Assert.Equal(2_000 * TestNetwork.Xlm - 100, net.Balance(other));
        Assert.Null(net.State.FindAccount(account.AccountId));
    }

    [Fact]
    public async Task Itself_nobody_entries_and_immutability_stand_in_the_way()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (account, other) = (await net.AccountAsync(1), await net.AccountAsync(2));

        Assert.IsType<AccountMergeResult.Malformed>(await net.ResultAsync(account, Merge(account)));
        Assert.IsType<AccountMergeResult.NoAccount>(await net.ResultAsync(account, Merge(TestNetwork.Key(9))));
        await net.MustAsync(account, TestNetwork.Op(ManageDataTests.Data("name", [1])));
        Assert.IsType<AccountMergeResult.HasSubEntries>(await net.ResultAsync(account, Merge(other)));
        await net.MustAsync(account, TestNetwork.Op(ManageDataTests.Data("name", null)), SetOptionsTests.Flags(4));
        Assert.IsType<AccountMergeResult.ImmutableSet>(await net.ResultAsync(account, Merge(other)));
    }

    [Fact]
    public async Task A_sequence_number_of_a_later_ledger_stands_in_the_way()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (account, other) = (await net.AccountAsync(1), await net.AccountAsync(2));
        await net.MustAsync(account, TestNetwork.Op(new OperationBody.BumpSequence(new BumpSequenceOp(1000L << 32))));

        Assert.IsType<AccountMergeResult.SeqnumTooFar>(await net.ResultAsync(account, Merge(other)));
    }

    internal static OperationBody Merge(KeyPair to) => new OperationBody.AccountMerge(TestNetwork.AddressOf(to));
}
