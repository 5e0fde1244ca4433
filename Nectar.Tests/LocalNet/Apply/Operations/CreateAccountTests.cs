using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Apply.Operations;

public sealed class CreateAccountTests(SharedHost host)
{
    [Fact]
    public async Task An_account_begins_with_the_ledger_as_the_upper_half_of_its_sequence_number()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var source = await net.AccountAsync(1);
        var made = TestNetwork.Key(2);

        await net.MustAsync(source, TestNetwork.Op(new OperationBody.CreateAccount(new CreateAccountOp(TestNetwork.NameOf(made), 20 * TestNetwork.Xlm))));

        var account = net.Account(made);
        Assert.Equal((20 * TestNetwork.Xlm, (long)net.Ledger.Latest.Sequence << 32), (account.Balance, account.SeqNum));
        Assert.Equal(1_000 * TestNetwork.Xlm - 20 * TestNetwork.Xlm - 100, net.Balance(source));
        var movement = (ContractEventBody.V0)net.Last.Meta().Operations[0].Events[0].Body;
        Assert.Equal(SCVal.FromSymbol("transfer"), movement.Value.Topics[0]);
        Assert.Equal(SCVal.FromInt128(20 * TestNetwork.Xlm), movement.Value.Data);
    }

    [Fact]
    public async Task An_account_that_exists_a_balance_below_two_reserves_or_beyond_the_source_s_is_refused()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var source = await net.AccountAsync(1);
        var other = await net.AccountAsync(2);

        Task<object> Create(byte number, long stroops) =>
            net.ResultAsync(source, new OperationBody.CreateAccount(new CreateAccountOp(TestNetwork.NameOf(TestNetwork.Key(number)), stroops)));

        Assert.IsType<CreateAccountResult.AlreadyExist>(await Create(2, 20 * TestNetwork.Xlm));
        Assert.IsType<CreateAccountResult.LowReserve>(await Create(3, (2 * TestNetwork.Reserve) - 1));
        Assert.IsType<CreateAccountResult.Underfunded>(await Create(3, 1_000 * TestNetwork.Xlm));
        Assert.IsType<CreateAccountResult.Malformed>(await Create(3, -1));
        Assert.IsType<CreateAccountResult.Malformed>(await Create(1, 20 * TestNetwork.Xlm));
        Assert.IsType<CreateAccountResult.Success>(await Create(3, 2 * TestNetwork.Reserve));
        Assert.Equal(1_000 * TestNetwork.Xlm, net.Balance(other));
    }
}
