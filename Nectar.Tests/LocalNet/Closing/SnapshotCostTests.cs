using System.Buffers.Binary;
using Nectar.Core.Soroban.Keys;
using Nectar.LocalNet.Closing;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Closing;

public sealed class SnapshotCostTests(SharedHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_snapshot_and_a_way_back_copy_nothing_however_large_the_state_is()
    {
        await BytesWithAsync(1);
        var (few, many) = (await BytesWithAsync(10), await BytesWithAsync(1_000));

        Assert.InRange(many, 1, few + 256);
    }

    /// <summary>The bytes that a snapshot and the way back to it take, in a state of so many accounts.</summary>
    private async Task<long> BytesWithAsync(int accounts)
    {
        await using var net = await TestNetwork.StartAsync(host, new LocalNetworkOptions());
        for (var i = 0; i < accounts; i++)
        {
            var seed = new byte[32];
            BinaryPrimitives.WriteInt32LittleEndian(seed, i);
            Assert.True((await net.Ledger.FundAsync(KeyPair.FromRawSeed(seed).AccountId, TestNetwork.Xlm)).Succeeded);
        }

        var (state, before) = (net.State, GC.GetAllocatedBytesForCurrentThread());
        // Nobody else wants the ledger, so that both end on the thread that they began on.
        var snapshot = net.Ledger.SnapshotAsync(Cancel);
        Assert.True(snapshot.IsCompletedSuccessfully);
        var back = net.Ledger.RevertAsync(await snapshot, Cancel);
        Assert.True(back.IsCompletedSuccessfully);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(await back);
        Assert.Same(state, net.State);
        return bytes;
    }
}
