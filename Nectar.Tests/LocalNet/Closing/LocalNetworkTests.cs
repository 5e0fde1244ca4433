using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Closing;
using Nectar.Tests.LocalNet.Apply.Operations;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Closing;

public sealed class LocalNetworkTests(SharedHost host)
{
    private static readonly LocalNetworkOptions byHand = new() { Closing = new ClosingMode.ByHand() };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_transactions_at_the_same_times_give_the_same_bytes()
    {
        async Task<string> Story()
        {
            await using var net = await TestNetwork.StartAsync(host);
            var (a, b) = (await net.AccountAsync(1), await net.AccountAsync(2));
            await net.MustAsync(a, TestNetwork.Op(PaymentTests.Pay(b, Asset.Native.Instance, 5)));
            await net.Ledger.SetClosingAsync(new ClosingMode.ByHand(), Cancel);
            foreach (var key in new[] { a, b })
            {
                await net.Ledger.SubmitAsync(net.Next(key, TestNetwork.Op(ManageDataTests.Data("n", [1]))).Sign(key).ToEnvelope(), Cancel);
            }

            await net.Ledger.CloseLedgersAsync(2, 5, Cancel);
            return string.Concat(net.Ledger.History.From(1, 100).Select(l => l.Meta().ToBase64())) + Convert.ToHexString(net.Ledger.DumpState());
        }

        Assert.Equal(await Story(), await Story());
    }

    [Fact]
    public async Task By_hand_transactions_wait_one_for_each_account()
    {
        await using var net = await TestNetwork.StartAsync(host, byHand);
        var (a, b) = (await net.AccountAsync(1), await net.AccountAsync(2));
        var first = net.Next(a, TestNetwork.Op(PaymentTests.Pay(b, Asset.Native.Instance, 5))).Sign(a);
        var other = net.Next(a, TestNetwork.Op(PaymentTests.Pay(b, Asset.Native.Instance, 6))).Sign(a);
        var latest = net.Ledger.Latest.Sequence;

        Assert.IsType<SubmitResult.Pending>(await net.Ledger.SubmitAsync(first.ToEnvelope(), Cancel));
        Assert.IsType<SubmitResult.Duplicate>(await net.Ledger.SubmitAsync(first.ToEnvelope(), Cancel));
        Assert.IsType<SubmitResult.TryAgainLater>(await net.Ledger.SubmitAsync(other.ToEnvelope(), Cancel));
        Assert.Equal(latest, net.Ledger.Latest.Sequence);
        var closed = await net.Ledger.CloseLedgersAsync(1, 0, Cancel);
        Assert.Equal([first.Hash], closed.Ledger.Transactions.Select(t => t.Hash));
        Assert.IsType<SubmitResult.Error>(await net.Ledger.SubmitAsync(first.ToEnvelope(), Cancel));
    }

    [Fact]
    public async Task A_full_queue_takes_no_more()
    {
        await using var net = await TestNetwork.StartAsync(host, byHand with { MaxPending = 1 });
        var (a, b) = (await net.AccountAsync(1), await net.AccountAsync(2));

        Assert.IsType<SubmitResult.Pending>(await net.Ledger.SubmitAsync(net.Next(a, TestNetwork.Op(ManageDataTests.Data("n", [1]))).Sign(a).ToEnvelope(), Cancel));
        Assert.IsType<SubmitResult.TryAgainLater>(await net.Ledger.SubmitAsync(net.Next(b, TestNetwork.Op(ManageDataTests.Data("n", [1]))).Sign(b).ToEnvelope(), Cancel));
    }

    [Fact]
    public async Task A_waiting_transaction_gives_way_to_a_fee_bump_of_ten_times_its_rate()
    {
        await using var net = await TestNetwork.StartAsync(host, byHand);
        var (a, b) = (await net.AccountAsync(1), await net.AccountAsync(2));
        var first = net.Next(a, TestNetwork.Op(ManageDataTests.Data("n", [1]))).Sign(a);
        await net.Ledger.SubmitAsync(first.ToEnvelope(), Cancel);

        var refused = Assert.IsType<SubmitResult.Error>(
            await net.Ledger.SubmitAsync(FeeBumpTransaction.Of(TestNetwork.AddressOf(b), 1_999, first).Sign(b).ToEnvelope(), Cancel));
        Assert.IsType<TransactionResultResult.TxInsufficientFee>(refused.Result.Result);
        Assert.Equal(2_000, refused.Result.FeeCharged);
        var bump = FeeBumpTransaction.Of(TestNetwork.AddressOf(b), 2_000, first).Sign(b);
        Assert.IsType<SubmitResult.Pending>(await net.Ledger.SubmitAsync(bump.ToEnvelope(), Cancel));
        Assert.Equal([bump.Hash], (await net.Ledger.CloseLedgersAsync(1, 0, Cancel)).Ledger.Transactions.Select(t => t.Hash));
    }

    [Fact]
    public async Task What_runs_out_of_time_while_it_waits_is_in_no_ledger()
    {
        await using var net = await TestNetwork.StartAsync(host, byHand);
        var a = await net.AccountAsync(1);
        var body = net.Next(a, TestNetwork.Op(ManageDataTests.Data("n", [1]))).Body with { Cond = new Preconditions.Time(new TimeBounds(0, net.Ledger.Latest.CloseTime + 10)) };
        var soon = new Transaction(body, net.Network).Sign(a);
        Assert.IsType<SubmitResult.Pending>(await net.Ledger.SubmitAsync(soon.ToEnvelope(), Cancel));

        await net.Ledger.IncreaseTimeAsync(11, Cancel);

        Assert.Empty((await net.Ledger.CloseLedgersAsync(1, 0, Cancel)).Ledger.Transactions);
        Assert.False(net.Ledger.History.TryFind(soon.Hash, out _));
    }

    [Fact]
    public async Task At_an_interval_ledgers_close_by_themselves_and_wake_who_waits()
    {
        await using var net = await TestNetwork.StartAsync(host, new LocalNetworkOptions { Closing = new ClosingMode.Every(TimeSpan.FromSeconds(5)) });
        var waiting = net.Ledger.WaitForLedgerAsync(3, Cancel);
        Assert.False(waiting.IsCompleted);

        net.Time.Advance(TimeSpan.FromSeconds(5));

        var ledger = await waiting;
        Assert.Equal((3u, (ulong)TestNetwork.Start.ToUnixTimeSeconds() + 5), (ledger.Sequence, ledger.CloseTime));
        await net.Ledger.SetClosingAsync(new ClosingMode.ByHand(), Cancel);
        net.Time.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(3u, net.Ledger.Latest.Sequence);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => net.Ledger.SetClosingAsync(new ClosingMode.Every(TimeSpan.FromMilliseconds(9)), Cancel));
    }

    [Fact]
    public async Task A_snapshot_can_be_gone_back_to_again_and_again_and_takes_later_ones_with_it()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (a, b) = (await net.AccountAsync(1), await net.AccountAsync(2));
        var (snapshot, hash) = (await net.Ledger.SnapshotAsync(Cancel), net.Ledger.Latest.Hash);
        var payment = net.Next(a, TestNetwork.Op(PaymentTests.Pay(b, Asset.Native.Instance, 5))).Sign(a);

        for (var i = 0; i < 2; i++)
        {
            Assert.IsType<TransactionResultResult.TxSuccess>((await net.SubmitAsync(payment)).Result);
            var later = await net.Ledger.SnapshotAsync(Cancel);
            Assert.True(await net.Ledger.RevertAsync(snapshot, Cancel));
            Assert.Equal((hash, 1_000 * TestNetwork.Xlm), (net.Ledger.Latest.Hash, net.Balance(b)));
            Assert.False(net.Ledger.History.TryFind(payment.Hash, out _));
            Assert.False(await net.Ledger.RevertAsync(later, Cancel));
        }

        Assert.False(await net.Ledger.RevertAsync(99, Cancel));
        Assert.Equal(net.Ledger.Latest.Sequence, net.Ledger.History.Latest);
    }

    [Fact]
    public async Task The_history_keeps_to_its_bounds_and_counts_what_it_dropped()
    {
        await using var net = await TestNetwork.StartAsync(host, byHand with { RetentionLedgers = 10 });
        var a = await net.AccountAsync(1);
        var funded = net.Last.Hash;
        Assert.True(net.Ledger.History.TryFind(funded, out _));
        await net.Ledger.CloseLedgersAsync(100, 1, Cancel);

        var history = net.Ledger.History;
        Assert.Equal((94u, 103u, 93L), (history.Oldest, history.Latest, history.Dropped));
        Assert.False(history.TryFind(funded, out _));
        Assert.Equal(1_000 * TestNetwork.Xlm, net.Balance(a));
        Assert.Equal(Enumerable.Range(94, 10).Select(n => (uint)n), history.From(1, 100).Select(l => l.Sequence));
        await Assert.ThrowsAsync<InvalidOperationException>(() => net.Ledger.WaitForLedgerAsync(5, Cancel));
    }

    [Fact]
    public async Task The_history_keeps_to_its_bytes()
    {
        await using var net = await TestNetwork.StartAsync(host, byHand with { RetentionBytes = 20_000 });
        await net.Ledger.CloseLedgersAsync(500, 0, Cancel);

        Assert.InRange(net.Ledger.History.Bytes, 1, 20_000);
        Assert.True(net.Ledger.History.Dropped > 400);
    }

    [Fact]
    public async Task A_dumped_state_goes_on_elsewhere_with_the_same_bytes()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (a, b) = (await net.AccountAsync(1), await net.AccountAsync(2));
        var dump = net.Ledger.DumpState();
        await using var other = await TestNetwork.StartAsync(host);
        await using var foreign = await TestNetwork.StartAsync(host, new LocalNetworkOptions { Passphrase = "elsewhere" });

        await other.Ledger.LoadStateAsync(dump, Cancel);

        Assert.Equal(net.Ledger.Latest.Hash, other.Ledger.Latest.Hash);
        Assert.Equal(dump, other.Ledger.DumpState());
        await net.MustAsync(a, TestNetwork.Op(PaymentTests.Pay(b, Asset.Native.Instance, 5)));
        await other.MustAsync(a, TestNetwork.Op(PaymentTests.Pay(b, Asset.Native.Instance, 5)));
        Assert.Equal(net.Ledger.Latest.Hash, other.Ledger.Latest.Hash);
        var wrong = await Assert.ThrowsAsync<FormatException>(() => foreign.Ledger.LoadStateAsync(dump, Cancel));
        Assert.Contains("elsewhere", wrong.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<FormatException>(() => other.Ledger.LoadStateAsync(new byte[] { 1, 2, 3 }, Cancel));
        await Assert.ThrowsAsync<FormatException>(() => other.Ledger.LoadStateAsync(dump.AsMemory(0, dump.Length - 4), Cancel));
        await Assert.ThrowsAsync<FormatException>(() => other.Ledger.LoadStateAsync(Array.Empty<byte>(), Cancel));
    }

    [Fact]
    public async Task Funding_closes_a_ledger_of_its_own_in_any_mode_and_tops_up_who_has_an_account()
    {
        await using var net = await TestNetwork.StartAsync(host, byHand);
        var a = await net.AccountAsync(1, 5 * TestNetwork.Xlm);
        var waiting = net.Next(a, TestNetwork.Op(ManageDataTests.Data("n", [1]))).Sign(a);
        await net.Ledger.SubmitAsync(waiting.ToEnvelope(), Cancel);

        var topUp = await net.Ledger.FundAsync(a.AccountId, 3 * TestNetwork.Xlm, Cancel);

        Assert.True(topUp.Succeeded);
        Assert.Equal(8 * TestNetwork.Xlm, net.Balance(a));
        Assert.Equal([waiting.Hash], (await net.Ledger.CloseLedgersAsync(1, 0, Cancel)).Ledger.Transactions.Select(t => t.Hash));
    }

    [Fact]
    public async Task The_clock_only_goes_forward()
    {
        await using var net = await TestNetwork.StartAsync(host, byHand);
        var snapshot = await net.Ledger.SnapshotAsync(Cancel);
        Assert.Equal(TestNetwork.Start.AddSeconds(1_000), await net.Ledger.IncreaseTimeAsync(1_000, Cancel));
        await net.Ledger.RevertAsync(snapshot, Cancel);

        Assert.Equal(TestNetwork.Start.AddSeconds(1_000), net.Ledger.Now);
        Assert.Equal((ulong)TestNetwork.Start.ToUnixTimeSeconds() + 1_000, (await net.Ledger.CloseLedgersAsync(1, 0, Cancel)).CloseTime);
    }
}
