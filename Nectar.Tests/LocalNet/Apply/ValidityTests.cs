using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.LocalNet.Apply.Operations;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Apply;

public sealed class ValidityTests(SharedHost host)
{
    private static readonly PreconditionsV2 none = new(null, null, null, 0, 0, []);

    [Fact]
    public async Task Only_the_next_sequence_number_will_do()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var account = await net.AccountAsync(1);
        var next = net.Account(account).SeqNum + 1;

        foreach (var wrong in new[] { next - 1, next + 1, 0, (long)(net.Ledger.Latest.Sequence + 1) << 32 })
        {
            var result = await Submit(net, account, b => b with { SeqNum = wrong });
            Assert.IsType<TransactionResultResult.TxBadSeq>(result.Result);
            Assert.Equal("AAAAAAAAAGT////7AAAAAA==", result.ToBase64());
        }

        Assert.IsType<TransactionResultResult.TxSuccess>((await Submit(net, account, b => b)).Result);
    }

    [Fact]
    public async Task A_least_sequence_number_lets_numbers_be_left_out()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var account = await net.AccountAsync(1);
        var now = net.Account(account).SeqNum;

        Assert.IsType<TransactionResultResult.TxBadSeq>(
            (await Submit(net, account, b => b with { SeqNum = now + 9, Cond = new Preconditions.V2(none with { MinSeqNum = now + 1 }) })).Result);
        Assert.IsType<TransactionResultResult.TxSuccess>(
            (await Submit(net, account, b => b with { SeqNum = now + 9, Cond = new Preconditions.V2(none with { MinSeqNum = now }) })).Result);
        Assert.Equal(now + 9, net.Account(account).SeqNum);
    }

    [Fact]
    public async Task The_bounds_of_time_and_ledgers_are_the_network_s()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var account = await net.AccountAsync(1);
        var (now, next) = (net.Ledger.Latest.CloseTime, net.Ledger.Latest.Sequence + 1);
        Task<TransactionResult> With(Preconditions cond) => Submit(net, account, b => b with { Cond = cond });

        Assert.IsType<TransactionResultResult.TxTooEarly>((await With(new Preconditions.Time(new TimeBounds(now + 1, 0)))).Result);
        Assert.IsType<TransactionResultResult.TxTooLate>((await With(new Preconditions.Time(new TimeBounds(0, now - 1)))).Result);
        Assert.IsType<TransactionResultResult.TxTooEarly>((await With(new Preconditions.V2(none with { LedgerBounds = new LedgerBounds(next + 1, 0) }))).Result);
        Assert.IsType<TransactionResultResult.TxTooLate>((await With(new Preconditions.V2(none with { LedgerBounds = new LedgerBounds(0, next) }))).Result);
        Assert.IsType<TransactionResultResult.TxSuccess>((await With(new Preconditions.Time(new TimeBounds(now, now)))).Result);
    }

    [Fact]
    public async Task The_age_of_the_sequence_number_is_counted_in_seconds_and_ledgers()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var account = await net.AccountAsync(1);
        await net.MustAsync(account, Payment(account));
        Task<TransactionResult> With(PreconditionsV2 cond) => Submit(net, account, b => b with { Cond = new Preconditions.V2(cond) });

        Assert.IsType<TransactionResultResult.TxBadMinSeqAgeOrGap>((await With(none with { MinSeqAge = 10 })).Result);
        Assert.IsType<TransactionResultResult.TxBadMinSeqAgeOrGap>((await With(none with { MinSeqLedgerGap = 3 })).Result);
        await net.Ledger.CloseLedgersAsync(2, secondsApart: 5, TestContext.Current.CancellationToken);
        Assert.IsType<TransactionResultResult.TxSuccess>((await With(none with { MinSeqAge = 10, MinSeqLedgerGap = 3 })).Result);
    }

    [Fact]
    public async Task Nobody_nothing_too_little_and_too_poor_are_told_apart()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (account, poor) = (await net.AccountAsync(1), await net.AccountAsync(2, 2 * TestNetwork.Reserve));

        Assert.IsType<TransactionResultResult.TxNoAccount>((await Submit(net, TestNetwork.Key(9), b => b)).Result);
        Assert.IsType<TransactionResultResult.TxMissingOperation>((await Submit(net, account, b => b with { Operations = [] })).Result);
        var cheap = await Submit(net, account, b => b with { Fee = 99 });
        Assert.Equal(("AAAAAAAAAGT////3AAAAAA==", 100), (cheap.ToBase64(), cheap.FeeCharged));
        Assert.IsType<TransactionResultResult.TxInsufficientBalance>((await Submit(net, poor, b => b)).Result);
        var resources = new SorobanTransactionData(
            SorobanTransactionDataExt.V0.Instance, new SorobanResources(new LedgerFootprint([], []), 0, 0, 0), 0);
        Assert.IsType<TransactionResultResult.TxMalformed>((await Submit(net, account, b => b with { Ext = new TransactionExt.V1(resources) })).Result);
    }

    [Fact]
    public async Task Operations_that_the_network_does_not_carry_out_say_so()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var account = await net.AccountAsync(1);

        Assert.IsType<OperationResult.OpNotSupported>(await net.ResultAsync(account, OperationBody.Inflation.Instance));
    }

    private static Operation Payment(KeyPair to) => TestNetwork.Op(PaymentTests.Pay(to, Asset.Native.Instance, 1));

    private static Task<TransactionResult> Submit(TestNetwork net, KeyPair source, Func<TransactionBody, TransactionBody> change) =>
        net.SubmitAsync(new Transaction(change(net.Next(source, Payment(source)).Body), net.Network).Sign(source));
}
