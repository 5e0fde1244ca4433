using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.State;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Apply.Operations;

public sealed class ManageDataTests(SharedHost host)
{
    [Fact]
    public async Task A_value_is_written_changed_and_removed()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var account = await net.AccountAsync(1);

        await net.MustAsync(account, TestNetwork.Op(Data("name", "one"u8.ToArray())));
        Assert.Equal(("6f6e65", 1u), (Value(net, "name"), net.Account(account).NumSubEntries));
        await net.MustAsync(account, TestNetwork.Op(Data("name", "two"u8.ToArray())));
        Assert.Equal(("74776f", 1u), (Value(net, "name"), net.Account(account).NumSubEntries));
        await net.MustAsync(account, TestNetwork.Op(Data("name", null)));
        Assert.Equal((null, 0u), (Value(net, "name"), net.Account(account).NumSubEntries));
    }

    [Fact]
    public async Task A_name_that_is_not_there_or_is_none_and_a_reserve_that_is_missing_fail()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (account, poor) = (await net.AccountAsync(1), await net.AccountAsync(2, (2 * TestNetwork.Reserve) + 2_000));

        Assert.IsType<ManageDataResult.NameNotFound>(await net.ResultAsync(account, Data("name", null)));
        Assert.IsType<ManageDataResult.InvalidName>(await net.ResultAsync(account, Data("", [1])));
        Assert.IsType<ManageDataResult.InvalidName>(await net.ResultAsync(account, Data("a\tb", [1])));
        Assert.IsType<ManageDataResult.LowReserve>(await net.ResultAsync(poor, Data("name", [1])));
    }

    internal static OperationBody Data(string name, byte[]? value) =>
        new OperationBody.ManageData(new ManageDataOp(name, value is null ? null : new XdrBytes(value)));

    private static string? Value(TestNetwork net, string name) =>
        net.State.Find(LedgerKeys.Data(TestNetwork.NameOf(TestNetwork.Key(1)), name))?.Data is LedgerEntryData.Data(var e) ? e.DataValue.ToString() : null;
}
