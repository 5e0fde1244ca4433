using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Tests.LocalNet.Apply.Operations;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Apply;

public sealed class FeeTests(SharedHost host)
{
    [Fact]
    public async Task A_bid_above_the_base_fee_is_charged_the_base_fee_for_each_operation()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var account = await net.AccountAsync(1);
        var pool = net.Ledger.Latest.Header.FeePool;

        var result = await net.SubmitAsync(net.Next(account, 5_000, Note("a"), Note("b")).Sign(account));

        Assert.Equal(200, result.FeeCharged);
        Assert.Equal(1_000 * TestNetwork.Xlm - 200, net.Balance(account));
        Assert.Equal(pool + 200, net.Ledger.Latest.Header.FeePool);
        var fee = net.Last.Meta().Events.Single();
        Assert.Equal(TransactionEventStage.BeforeAllTxs, fee.Stage);
        Assert.Equal(SCVal.FromInt128(200), ((ContractEventBody.V0)fee.Event.Body).Value.Data);
        Assert.Equal(SCVal.FromAddress(account.AccountId), ((ContractEventBody.V0)fee.Event.Body).Value.Topics[1]);
        Assert.Equal(net.Network.ContractIdOf(Asset.Native.Instance).ToArray(), fee.Event.ContractId!.Value.ToArray());
    }

    [Fact]
    public async Task A_failed_transaction_pays_and_uses_up_its_sequence_number_and_nothing_else_stays()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var account = await net.AccountAsync(1);
        var sequence = net.Account(account).SeqNum;
        var tooMuch = TestNetwork.Op(PaymentTests.Pay(TestNetwork.Key(9), Asset.Native.Instance, 1));

        var result = await net.SubmitAsync(net.Next(account, Note("a"), tooMuch, Note("b")).Sign(account));

        Assert.IsType<TransactionResultResult.TxFailed>(result.Result);
        Assert.IsType<ManageDataResult.Success>(TestNetwork.ResultOf(result, 0));
        Assert.IsType<PaymentResult.NoDestination>(TestNetwork.ResultOf(result, 1));
        Assert.IsType<ManageDataResult.Success>(TestNetwork.ResultOf(result, 2));
        var after = net.Account(account);
        Assert.Equal((1_000 * TestNetwork.Xlm - 300, sequence + 1, 0u), (after.Balance, after.SeqNum, after.NumSubEntries));
        Assert.Empty(net.Last.Meta().Operations);
        Assert.Equal(2, net.Last.Meta().TxChangesBefore.Count);
        Assert.Equal(2, net.Last.ResultMeta().FeeProcessing.Count);
    }

    [Fact]
    public async Task A_fee_bump_is_paid_by_another_and_known_by_both_hashes()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (account, payer) = (await net.AccountAsync(1), await net.AccountAsync(2));
        var inner = net.Next(account, 100, Note("a")).Sign(account);
        var bump = FeeBumpTransaction.Of(TestNetwork.AddressOf(payer), 1_000, inner).Sign(payer);

        var result = await net.SubmitAsync(bump.ToEnvelope());

        var pair = Assert.IsType<TransactionResultResult.TxFeeBumpInnerSuccess>(result.Result).Value;
        Assert.Equal((200, 0L, inner.Payload), (result.FeeCharged, pair.Result.FeeCharged, pair.TransactionHash));
        Assert.Equal((1_000 * TestNetwork.Xlm, 1_000 * TestNetwork.Xlm - 200), (net.Balance(account), net.Balance(payer)));
        Assert.Same(net.Find(bump.Hash), net.Find(inner.Hash));
    }

    [Fact]
    public async Task A_fee_bump_must_bid_the_inner_rate_for_one_operation_more_and_be_signed_by_who_pays()
    {
        await using var net = await TestNetwork.StartAsync(host);
        var (account, payer, poor) = (await net.AccountAsync(1), await net.AccountAsync(2), await net.AccountAsync(3, 2 * TestNetwork.Reserve));
        var inner = net.Next(account, 150, Note("a")).Sign(account);
        Task<TransactionResult> Bump(long fee, MuxedAccount from, params KeyPair[] signers) =>
            net.SubmitAsync(FeeBumpTransaction.Of(from, fee, inner).Sign(signers).ToEnvelope());

        var cheap = await Bump(299, TestNetwork.AddressOf(payer), payer);
        Assert.IsType<TransactionResultResult.TxInsufficientFee>(cheap.Result);
        Assert.Equal(300, cheap.FeeCharged);
        Assert.IsType<TransactionResultResult.TxBadAuth>((await Bump(300, TestNetwork.AddressOf(payer), account)).Result);
        Assert.IsType<TransactionResultResult.TxBadAuthExtra>((await Bump(300, TestNetwork.AddressOf(payer), payer, account)).Result);
        Assert.IsType<TransactionResultResult.TxInsufficientBalance>((await Bump(300, TestNetwork.AddressOf(poor), poor)).Result);
        Assert.IsType<TransactionResultResult.TxNoAccount>((await Bump(300, TestNetwork.AddressOf(TestNetwork.Key(9)), TestNetwork.Key(9))).Result);
        Assert.IsType<TransactionResultResult.TxFeeBumpInnerSuccess>((await Bump(300, TestNetwork.AddressOf(payer), payer)).Result);
        var again = Assert.IsType<TransactionResultResult.TxFeeBumpInnerFailed>((await Bump(300, TestNetwork.AddressOf(payer), payer)).Result);
        Assert.IsType<InnerTransactionResultResult.TxBadSeq>(again.Value.Result.Result);
    }

    private static Operation Note(string name) => TestNetwork.Op(ManageDataTests.Data(name, [1]));
}
