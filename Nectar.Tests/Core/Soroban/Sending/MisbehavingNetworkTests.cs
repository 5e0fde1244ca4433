using System.Text.Json;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Soroban.Sending;

/// <summary>Each way in which a network misbehaves, and that nothing is ever sent twice or lost.</summary>
public sealed class MisbehavingNetworkTests : SenderFixture
{
    [Fact]
    public async Task Try_again_later_offers_the_same_envelope_until_it_is_taken()
    {
        Rpc.On("sendTransaction", p => Rpc.Send(SendTransactionStatus.TryAgainLater, p), p => Rpc.Send(SendTransactionStatus.TryAgainLater, p));

        Assert.IsType<SendOutcome.Included>(await SendAsync(Payment));
        Assert.Equal(3, Rpc.Sent.Count());
        Assert.Single(Rpc.Sent.Select(t => t.Hash).Distinct());
    }

    [Fact]
    public async Task Try_again_later_for_ever_ends_expired()
    {
        Rpc.On("sendTransaction", [.. Enumerable.Repeat<Func<JsonElement, RpcReply>>(
            p =>
            {
                Rpc.LatestLedger += 5;
                return Rpc.Send(SendTransactionStatus.TryAgainLater, p);
            }, 99)]);

        var outcome = await SendAsync(Payment);

        Assert.Equal(new SendOutcome.Expired(Rpc.Sent.First().Hash), outcome);
        Assert.Equal(3, Rpc.Sent.Count());
    }

    [Fact]
    public async Task A_duplicate_is_waited_for()
    {
        Rpc.On("sendTransaction", p =>
        {
            Rpc.Include(p);
            return Rpc.Send(SendTransactionStatus.Duplicate, p);
        });

        Assert.IsType<SendOutcome.Included>(await SendAsync(Payment));
        Assert.Single(Rpc.Sent);
    }

    [Fact]
    public async Task A_stale_sequence_number_is_read_again_and_the_transaction_built_anew()
    {
        Rpc.On("sendTransaction", p =>
        {
            Rpc.Sequence = 50;
            return Rpc.Send(SendTransactionStatus.Error, p, ScriptedRpc.Result(TransactionResultResult.TxBadSeq.Instance, 0));
        });

        Assert.IsType<SendOutcome.Included>(await SendAsync(Payment));
        Assert.Equal([42L, 51L], Rpc.Sent.Select(t => t.Body.SeqNum));
    }

    [Fact]
    public async Task A_node_that_lags_behind_our_own_transaction_does_not_lower_the_sequence_number()
    {
        Assert.IsType<SendOutcome.Included>(await SendAsync(Payment));
        Rpc.Sequence = 41;

        Assert.IsType<SendOutcome.Included>(await SendAsync(Payment));
        Assert.Equal([42L, 43L], Rpc.Sent.Select(t => t.Body.SeqNum));
    }

    [Fact]
    public async Task A_network_that_was_set_back_is_believed_after_one_refusal()
    {
        Assert.IsType<SendOutcome.Included>(await SendAsync(Payment));
        Rpc.Sequence = 10;
        Rpc.On("sendTransaction", p => Rpc.Send(SendTransactionStatus.Error, p, ScriptedRpc.Result(TransactionResultResult.TxBadSeq.Instance, 0)));

        Assert.IsType<SendOutcome.Included>(await SendAsync(Payment));
        Assert.Equal([42L, 43L, 11L], Rpc.Sent.Select(t => t.Body.SeqNum));
    }

    [Fact]
    public async Task A_sequence_number_that_is_never_right_ends_refused()
    {
        Rpc.On("sendTransaction", [.. Enumerable.Repeat<Func<JsonElement, RpcReply>>(
            p => Rpc.Send(SendTransactionStatus.Error, p, ScriptedRpc.Result(TransactionResultResult.TxBadSeq.Instance, 0)), 99)]);

        Assert.Equal(TransactionResultCode.TxBadSeq, Assert.IsType<SendOutcome.Refused>(await SendAsync(Payment)).Code);
        Assert.Equal(6, Rpc.Sent.Count());
    }

    [Fact]
    public async Task A_bad_sequence_of_what_is_in_a_ledger_already_is_not_built_anew()
    {
        Rpc.On("sendTransaction", p =>
        {
            Rpc.Include(p);
            return Rpc.Send(SendTransactionStatus.Error, p, ScriptedRpc.Result(TransactionResultResult.TxBadSeq.Instance, 0));
        });

        Assert.IsType<SendOutcome.Included>(await SendAsync(Payment));
        Assert.Single(Rpc.Sent);
    }

    [Fact]
    public async Task A_transaction_that_is_not_valid_is_refused_with_its_code()
    {
        Rpc.On("sendTransaction", p => Rpc.Send(SendTransactionStatus.Error, p, ScriptedRpc.Result(TransactionResultResult.TxBadAuth.Instance, 0)));

        var outcome = Assert.IsType<SendOutcome.Refused>(await SendAsync(Payment));

        Assert.Equal((TransactionResultCode.TxBadAuth, Rpc.Sent.Single().Hash), (outcome.Code, outcome.Hash));
    }

    [Fact]
    public async Task Too_late_is_expired()
    {
        Rpc.On("sendTransaction", p => Rpc.Send(SendTransactionStatus.Error, p, ScriptedRpc.Result(TransactionResultResult.TxTooLate.Instance, 0)));

        Assert.IsType<SendOutcome.Expired>(await SendAsync(Payment));
    }

    [Fact]
    public async Task A_send_without_an_answer_that_was_taken_ends_included_and_was_sent_once()
    {
        Rpc.On("sendTransaction", p =>
        {
            Rpc.Include(p);
            return RpcReply.Lost;
        });

        Assert.IsType<SendOutcome.Included>(await SendAsync(Payment));
        Assert.Single(Rpc.Sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_send_without_an_answer_that_was_not_taken_ends_expired_once_its_last_ledger_closed(bool internalError)
    {
        Rpc.On("sendTransaction", _ => internalError ? RpcReply.Error(RpcError.InternalError, "oops") : RpcReply.Lost);

        Assert.IsType<SendOutcome.Expired>(await SendAsync(Payment));
        Assert.Single(Rpc.Sent);
        Assert.Equal(112u, Rpc.LatestLedger);
    }

    [Fact]
    public async Task An_unreachable_network_leaves_it_unknown_and_nothing_more_is_sent_until_it_is_known()
    {
        Rpc.On("sendTransaction", p =>
        {
            Rpc.Include(p);
            return RpcReply.Lost;
        });
        Rpc.Down.Add("getTransaction");

        var unknown = Assert.IsType<SendOutcome.Unknown>(await SendAsync(Payment));
        await Assert.ThrowsAsync<RpcTransportException>(() => SendAsync(Payment));
        Assert.Equal((Rpc.Sent.Single().Hash, new LedgerNumber(112)), (unknown.Hash, unknown.LastLedger));

        Rpc.Down.Clear();

        // The network comes back: first the old one is settled, then the next takes the next number.
        Assert.IsType<SendOutcome.Included>(await SendAsync(Payment));
        Assert.Equal([42L, 43L], Rpc.Sent.Select(t => t.Body.SeqNum));
        Assert.IsType<SendOutcome.Included>(await Drive(Sender.ResolveAsync(unknown.Hash, unknown.LastLedger, Cancel)));
    }

    [Fact]
    public async Task A_caller_that_gives_up_after_the_sending_does_not_free_the_account()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Rpc.On("sendTransaction", p =>
        {
            source.Cancel();
            return RpcReply.Lost;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Drive(Sender.SendAsync(new SendRequest { Operation = Payment, FeeBudget = 100 }, source.Token)));
        Assert.IsType<SendOutcome.Included>(await SendAsync(Payment));

        // It was asked for until its last ledger had closed, and only then the next was sent.
        var first = Rpc.Requests.FindLastIndex(r => r.Method == "getTransaction" && r.Params.Text("hash") == Rpc.Sent.First().Hash.ToString());
        Assert.True(first < Rpc.Requests.FindLastIndex(r => r.Method == "sendTransaction"));
        Assert.Equal(12, Rpc.Requests.Count(r => r.Method == "getTransaction" && r.Params.Text("hash") == Rpc.Sent.First().Hash.ToString()));
    }

    [Fact]
    public async Task A_server_that_forgot_the_ledgers_in_question_proves_nothing()
    {
        Rpc.OldestLedger = 105;
        Rpc.On("sendTransaction", _ => RpcReply.Lost);

        Assert.IsType<SendOutcome.Unknown>(await SendAsync(Payment));
    }

    [Fact]
    public async Task A_request_that_the_server_does_not_understand_is_thrown_and_the_account_stays_free()
    {
        Rpc.On("sendTransaction", _ => RpcReply.Error(RpcError.InvalidParams, "bad envelope"));

        await Assert.ThrowsAsync<RpcErrorException>(() => SendAsync(Payment));
        Assert.IsType<SendOutcome.Included>(await SendAsync(Payment));
        Assert.Equal(1, Rpc.Count("getTransaction"));
    }

    [Fact]
    public async Task A_network_out_of_reach_before_anything_is_sent_is_a_transport_error()
    {
        Rpc.On("getLedgerEntries", _ => RpcReply.Lost, _ => RpcReply.Lost);

        await Assert.ThrowsAsync<RpcTransportException>(() => SendAsync(Payment));
        Assert.Empty(Rpc.Sent);
    }

    [Fact]
    public async Task A_server_that_asks_for_restores_without_end_is_given_up()
    {
        var preamble = new RestorePreamble { TransactionData = ScriptedRpc.SorobanData(1), MinResourceFee = 1 };
        Rpc.On("simulateTransaction", [.. Enumerable.Repeat<Func<JsonElement, RpcReply>>(
            _ => ScriptedRpc.Simulated(Rpc.Success() with { RestorePreamble = preamble }), 99)]);

        await Assert.ThrowsAsync<RpcTransportException>(() => SendAsync(Call));
    }

    [Fact]
    public async Task One_account_has_one_transaction_in_flight_and_channels_have_one_each()
    {
        await Drive(Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Sender.SendAsync(new SendRequest { Operation = Payment, FeeBudget = 100 }, Cancel))));
        Assert.Equal([42L, 43L, 44L], Rpc.Sent.Select(t => t.Body.SeqNum));
        Assert.Equal(["sendTransaction", "getTransaction", "sendTransaction", "getTransaction", "sendTransaction", "getTransaction"], Ends());

        Rpc.Requests.Clear();
        using var first = KeyPair.Random();
        using var second = KeyPair.Random();
        var channelled = Make([first, second]);
        await Drive(Task.WhenAll(Enumerable.Range(0, 2).Select(_ => channelled.SendAsync(new SendRequest { Operation = Payment, FeeBudget = 100 }, Cancel))));

        Assert.Equal(new[] { first, second }.Select(k => k.AccountId).ToHashSet(), Rpc.Sent.Select(t => t.Body.SourceAccount.ToAccountId()).ToHashSet());
        Assert.All(Rpc.Sent, t =>
        {
            Assert.Equal(Account.AccountId, t.Body.Operations.Single().SourceAccount!.ToAccountId());
            Assert.Equal(2, t.Signatures.Count);
        });

        IEnumerable<string> Ends() => Rpc.Requests.Select(r => r.Method).Where(m => m is "sendTransaction" or "getTransaction");
    }
}
