using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Soroban.Sending;

/// <summary>A network that behaves: what is sent, and how each end is told.</summary>
public sealed class TransactionSenderTests : SenderFixture
{
    [Fact]
    public async Task A_payment_is_sent_once_signed_and_bounded_and_ends_included()
    {
        var outcome = Assert.IsType<SendOutcome.Included>(await SendAsync(Payment));

        var sent = Assert.Single(Rpc.Sent);
        Assert.Equal(sent.Hash, outcome.Hash);
        Assert.Equal(42, sent.Body.SeqNum);
        Assert.Equal(100u, sent.Body.Fee);
        Assert.Equal(113u, Assert.IsType<Preconditions.V2>(sent.Body.Cond).Value.LedgerBounds!.MaxLedger);
        Assert.True(KeyPair.Verify(Account.AccountId, sent.Payload.Span, Assert.Single(sent.Signatures).Signature.Span));
        Assert.Equal(0, Rpc.Count("simulateTransaction"));
    }

    [Fact]
    public async Task A_call_is_simulated_and_sent_with_what_simulation_found()
    {
        var outcome = Assert.IsType<SendOutcome.Included>(await SendAsync(Call));

        var sent = Assert.Single(Rpc.Sent);
        Assert.Equal(1_100u, sent.Body.Fee);
        Assert.Equal(1_000, Assert.IsType<TransactionExt.V1>(sent.Body.Ext).Value.ResourceFee);
        Assert.Equal(SCVal.FromInt128(7), outcome.ReturnValue);
    }

    [Theory]
    [InlineData("HostError: Error(Contract, #205)\n\nEvent log (newest first): …", SCErrorType.Contract, 205u)]
    [InlineData("HostError: Error(Auth, InvalidAction)\nmore", SCErrorType.Auth, (uint)SCErrorCode.InvalidAction)]
    [InlineData("host invocation failed\n\nCaused by:\n    HostError: Error(Budget, ExceededLimit)", SCErrorType.Budget, (uint)SCErrorCode.ExceededLimit)]
    [InlineData("something else went wrong with Error(Contract, #1)", SCErrorType.Context, (uint)SCErrorCode.InternalError)]
    public async Task A_call_that_fails_in_simulation_is_rejected_and_not_sent(string error, SCErrorType type, uint number)
    {
        Rpc.On("simulateTransaction", _ => ScriptedRpc.Simulated(new SimulateTransactionResult { Error = error, LatestLedger = new LedgerNumber(1) }));

        var outcome = Assert.IsType<SendOutcome.Rejected>(await SendAsync(Call));

        Assert.Equal((type, number, error, null), (outcome.Type, outcome.Number, outcome.Detail, outcome.Hash));
        Assert.Empty(Rpc.Sent);
    }

    [Fact]
    public async Task A_call_that_a_contract_fails_in_a_ledger_is_rejected_with_the_contracts_number()
    {
        Rpc.On("sendTransaction", p =>
        {
            Rpc.Include(p, TransactionStatus.Failed, Failed(InvokeHostFunctionResult.Trapped.Instance), Error("error", 9), Error("host_fn_failed", 205), Error("error", 1));
            return Rpc.Send(SendTransactionStatus.Pending, p);
        });

        var outcome = Assert.IsType<SendOutcome.Rejected>(await SendAsync(Call));

        Assert.Equal((SCErrorType.Contract, 205u, Rpc.Sent.Single().Hash), (outcome.Type, outcome.Number, outcome.Hash));
    }

    [Fact]
    public async Task A_call_that_a_rule_of_the_network_fails_is_refused_with_the_whole_result()
    {
        var result = Failed(InvokeHostFunctionResult.ResourceLimitExceeded.Instance);
        Rpc.On("sendTransaction", p =>
        {
            Rpc.Include(p, TransactionStatus.Failed, result, Error("error", 9));
            return Rpc.Send(SendTransactionStatus.Pending, p);
        });

        var outcome = Assert.IsType<SendOutcome.Refused>(await SendAsync(Call));

        Assert.Equal((TransactionResultCode.TxFailed, result), (outcome.Code, outcome.Result));
    }

    [Fact]
    public async Task What_costs_more_than_the_budget_is_not_sent()
    {
        Rpc.On("simulateTransaction", _ => ScriptedRpc.Simulated(Rpc.Success(resourceFee: 5_000)));

        Assert.Equal(new SendOutcome.OverBudget(5_100, 5_099), await SendAsync(Call, budget: 5_099));
        Assert.Empty(Rpc.Sent);
    }

    [Fact]
    public async Task Archived_entries_are_restored_before_the_call_and_out_of_the_same_budget()
    {
        var preamble = new RestorePreamble { TransactionData = ScriptedRpc.SorobanData(77), MinResourceFee = 300 };
        Rpc.On("simulateTransaction", _ => ScriptedRpc.Simulated(Rpc.Success() with { RestorePreamble = preamble }), _ => ScriptedRpc.Simulated(Rpc.Success()));

        Assert.IsType<SendOutcome.Included>(await SendAsync(Call, budget: 1_200));

        var (restore, call) = (Rpc.Sent.First(), Rpc.Sent.Last());
        Assert.IsType<OperationBody.RestoreFootprint>(restore.Body.Operations.Single().Body);
        Assert.Equal((400u, 42L), (restore.Body.Fee, restore.Body.SeqNum));
        Assert.Equal(77u, Assert.IsType<TransactionExt.V1>(restore.Body.Ext).Value.Resources.Instructions);
        Assert.IsType<OperationBody.InvokeHostFunction>(call.Body.Operations.Single().Body);
        Assert.Equal((1_100u, 43L), (call.Body.Fee, call.Body.SeqNum));
        Assert.Equal(2, Rpc.Sent.Count());
    }

    [Fact]
    public async Task A_restore_that_eats_the_budget_leaves_the_call_unsent()
    {
        var preamble = new RestorePreamble { TransactionData = ScriptedRpc.SorobanData(77), MinResourceFee = 300 };
        Rpc.On("simulateTransaction", _ => ScriptedRpc.Simulated(Rpc.Success() with { RestorePreamble = preamble }), _ => ScriptedRpc.Simulated(Rpc.Success()));

        // The restore was charged 100.
        Assert.Equal(new SendOutcome.OverBudget(1_100, 1_099), await SendAsync(Call, budget: 1_199));
        Assert.Single(Rpc.Sent);
    }

    [Fact]
    public async Task Other_accounts_authorize_with_the_keys_given_and_without_one_nothing_is_sent()
    {
        using var other = KeyPair.Random();
        var entry = new SorobanAuthorizationEntry(
            new SorobanCredentials.Address(new SorobanAddressCredentials(SCAddress.From(other.AccountId), 5, 0, SCVal.Void.Instance)),
            new SorobanAuthorizedInvocation(
                new SorobanAuthorizedFunction.ContractFn(new InvokeContractArgs(SCAddress.From(new ContractId(new byte[32])), "deposit", [])), []));
        Rpc.On("simulateTransaction", _ => ScriptedRpc.Simulated(Rpc.Success(1_000, entry)), _ => ScriptedRpc.Simulated(Rpc.Success(1_000, entry)));

        Assert.IsType<SendOutcome.Included>(await SendAsync(new SendRequest { Operation = Call, FeeBudget = 2_000, Authorizers = [other] }));
        var missing = await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(Call));

        var sent = Assert.Single(Rpc.Sent);
        var auth = Assert.IsType<OperationBody.InvokeHostFunction>(sent.Body.Operations.Single().Body).Value.Auth.Single();
        Assert.Equal(entry.ValidUntil(new LedgerNumber(112)).Sign(other, Network.Standalone), auth);
        Assert.Equal($"the call asks for the authorization of {other.AccountId}, and no key for it was given", missing.Message);
    }

    [Fact]
    public async Task An_account_that_does_not_exist_is_named()
    {
        Rpc.On("getLedgerEntries", _ => RpcReply.Raw("""
            "result":{"entries":[],"latestLedger":1}
            """));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(Payment));

        Assert.Equal($"account {Account.AccountId} does not exist on this network", error.Message);
    }

    [Fact]
    public async Task The_note_is_taken_before_the_sending_and_a_note_that_fails_stops_it()
    {
        (TransactionHash Hash, LedgerNumber LastLedger, int SentBefore)? note = null;

        await SendAsync(new SendRequest
        {
            Operation = Payment,
            FeeBudget = 100,
            BeforeSend = (hash, last, _) =>
            {
                note = (hash, last, Rpc.Sent.Count());
                return Task.CompletedTask;
            },
        });
        await Assert.ThrowsAsync<IOException>(() => SendAsync(new SendRequest { Operation = Payment, FeeBudget = 100, BeforeSend = (_, _, _) => throw new IOException("disk full") }));

        Assert.Equal((Rpc.Sent.Single().Hash, new LedgerNumber(112), 0), note);
        Assert.IsType<SendOutcome.Included>(await SendAsync(Payment));
    }

    private static TransactionResult Failed(InvokeHostFunctionResult result) => ScriptedRpc.Result(
        new TransactionResultResult.TxFailed([new OperationResult.OpInner(new OperationResultTr.InvokeHostFunction(result))]), 900);

    private static DiagnosticEvent Error(string topic, uint number) => new(false, new ContractEvent(
        ExtensionPoint.V0.Instance, null, ContractEventType.Diagnostic,
        new ContractEventBody.V0(new ContractEventV0([SCVal.FromSymbol(topic), new SCVal.Error(new SCError.Contract(number))], SCVal.Void.Instance))));
}
