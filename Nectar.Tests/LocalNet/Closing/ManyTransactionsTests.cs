using System.Runtime.CompilerServices;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Closing;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Closing;

public sealed class ManyTransactionsTests(SharedHost host)
{
    private const int Count = 10_000;
    private const int Retained = 500;

    /// <summary>Every tenth is a call of a contract, the others payments; each closes a ledger.</summary>
    [Fact]
    public async Task After_ten_thousand_transactions_nothing_is_held_but_the_state_and_the_retained_history()
    {
        await using var net = await TestNetwork.StartAsync(host, new LocalNetworkOptions { RetentionLedgers = Retained });
        var (a, b) = (await net.AccountAsync(1, 100_000 * TestNetwork.Xlm), await net.AccountAsync(2));
        await net.MustAsync(a, Operations.Payment(TestNetwork.AddressOf(b), Asset.Native.Instance, 1));
        Assert.True((await net.SubmitAsync((await net.PrepareAsync(a, Operations.CreateAssetContract(Asset.Native.Instance))).Sign(a))).Result is TransactionResultResult.TxSuccess);
        var call = await net.PrepareAsync(a, Operations.InvokeContract(
            net.Network.ContractIdOf(Asset.Native.Instance), "transfer", SCVal.FromAddress(a.AccountId), SCVal.FromAddress(b.AccountId), SCVal.FromInt128(1)));
        var (entries, before) = (net.State.Count, net.Balance(b));
        var ledgers = new List<WeakReference>();
        for (var i = 0; i < Count; i++)
        {
            var payment = net.Next(a, Operations.Payment(TestNetwork.AddressOf(b), Asset.Native.Instance, 1));
            var next = i % 10 == 0 ? new Transaction(call.Body with { SeqNum = payment.Body.SeqNum }, net.Network) : payment;
            Assert.IsType<SubmitResult.Pending>(await net.Ledger.SubmitAsync(next.Sign(a).ToEnvelope(), TestContext.Current.CancellationToken));
            if (i % 100 == 0)
            {
                Watch(net, ledgers);
            }
        }

        Assert.Equal(before + Count, net.Balance(b));
        Assert.Equal(entries, net.State.Count);
        Assert.Equal((Retained, net.Ledger.Latest.Sequence - Retained), (net.Ledger.History.From(1, int.MaxValue).Count, net.Ledger.History.Dropped));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.Equal((Count / 100) - (Retained / 100), ledgers.Count(l => !l.IsAlive));
    }

    // Not inlined, so that no local of the test keeps what it watches.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Watch(TestNetwork net, List<WeakReference> ledgers) => ledgers.Add(new WeakReference(net.Ledger.Latest.Ledger));
}
