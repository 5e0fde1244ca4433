using System.Text.Json;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Soroban.Sending;

/// <summary>Where the network finds a fee too low: raised within the budget, and by a bump of what was signed where one will do.</summary>
public sealed class FeeRaiseTests : SenderFixture
{
    [Fact]
    public async Task A_fee_too_low_is_bumped_to_what_the_network_names_or_twice()
    {
        Rpc.On("sendTransaction", p => TooLow(p, 1_700), p => TooLow(p, 0));

        var end = Assert.IsType<SendOutcome.Included>(await SendAsync(Call, budget: 10_000));

        // A bump counts as two operations: 2 × 700 + 1,000 after the 700 that were named, then 2 × 1,400 + 1,000.
        Assert.Equal([1_100, 2_400, 3_800], Rpc.SentFees);
        Assert.Single(Rpc.Sent.Select(t => t.Hash).Distinct());
        Assert.NotEqual(Rpc.Sent.First().Hash, end.Hash);
        Assert.Equal(1, Rpc.Count("simulateTransaction"));
    }

    [Fact]
    public async Task A_bump_that_the_network_finds_too_low_is_raised_by_what_it_names_for_two_operations()
    {
        Rpc.On("sendTransaction", p => TooLow(p, 0), p => TooLow(p, 1_901));

        Assert.IsType<SendOutcome.Included>(await SendAsync(Call, budget: 10_000));
        Assert.Equal([1_100, 1_400, 1_000 + (2 * 451)], Rpc.SentFees);
    }

    [Fact]
    public async Task Every_bump_is_told_before_it_is_sent_by_its_outer_hash()
    {
        Rpc.On("sendTransaction", p => TooLow(p, 0));
        var told = new List<TransactionHash>();

        var end = Assert.IsType<SendOutcome.Included>(await SendAsync(new SendRequest
        {
            Operation = Payment,
            FeeBudget = 1_000,
            BeforeSend = (hash, _, _) =>
            {
                told.Add(hash);
                return Task.CompletedTask;
            },
        }));

        Assert.Equal(2, told.Count);
        Assert.Equal(end.Hash, told[1]);
    }

    [Fact]
    public async Task A_fee_is_raised_to_the_budget_and_no_further()
    {
        Rpc.On("sendTransaction", p => TooLow(p, 5_000), p => TooLow(p, 5_000));

        Assert.Equal(new SendOutcome.OverBudget(5_000, 1_300), await SendAsync(Call, budget: 1_300));
        Assert.Equal([1_100, 1_300], Rpc.SentFees);
    }

    [Fact]
    public async Task A_bump_whose_transaction_got_in_without_it_is_not_built_anew()
    {
        Rpc.On("sendTransaction", p => TooLow(p, 0), p =>
        {
            Rpc.Include(Rpc.Requests.First(r => r.Method == "sendTransaction").Params);
            return Rpc.Send(SendTransactionStatus.Error, p, ScriptedRpc.Result(TransactionResultResult.TxBadSeq.Instance, 0));
        });

        var end = Assert.IsType<SendOutcome.Included>(await SendAsync(Payment));

        Assert.Equal(2, Rpc.SentFees.Count());
        Assert.Equal(Rpc.Sent.First().Hash, end.Hash);
    }

    private RpcReply TooLow(JsonElement parameters, long needed) =>
        Rpc.Send(SendTransactionStatus.Error, parameters, ScriptedRpc.Result(TransactionResultResult.TxInsufficientFee.Instance, needed));
}
