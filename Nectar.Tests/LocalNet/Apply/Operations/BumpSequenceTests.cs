using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Apply.Operations;

public sealed class BumpSequenceTests(SharedHost host)
{
    [Fact]
    public async Task A_sequence_number_goes_forward_and_never_back()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var account = await net.AccountAsync(1);
        var start = net.Account(account).SeqNum;

        Assert.IsType<BumpSequenceResult.Success>(await net.ResultAsync(account, Bump(start + 50)));
        Assert.Equal(start + 50, net.Account(account).SeqNum);
        Assert.IsType<BumpSequenceResult.Success>(await net.ResultAsync(account, Bump(start)));
        Assert.Equal(start + 51, net.Account(account).SeqNum);
        Assert.IsType<BumpSequenceResult.BadSeq>(await net.ResultAsync(account, Bump(-1)));
    }

    private static OperationBody.BumpSequence Bump(long to) => new(new BumpSequenceOp(to));
}
