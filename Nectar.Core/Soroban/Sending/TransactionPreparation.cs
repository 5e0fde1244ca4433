using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Sending;

/// <summary>From an operation to a signed transaction: sequence number, simulation, authorizations, fee, signatures.</summary>
internal sealed class TransactionPreparation(ISorobanServer server, Network network, KeyPair account, TransactionSenderOptions options)
{
    /// <summary>Prepares the operation of a request for a lane.</summary>
    public async Task<PreparedTransaction> PrepareAsync(SendLane lane, SendRequest request, uint baseFee, long budget, CancellationToken cancel)
    {
        var (sequence, lastLedger) = await ReadStateAsync(lane, cancel).ConfigureAwait(false);
        var operation = request.Operation;
        if (lane.Key.AccountId != account.AccountId && operation.SourceAccount is null)
        {
            operation = operation with { SourceAccount = MuxedAccount.From(account.AccountId) };
        }

        if (operation.Body is not (OperationBody.InvokeHostFunction or OperationBody.ExtendFootprintTtl or OperationBody.RestoreFootprint))
        {
            return Finish(lane, sequence, lastLedger, operation, null, baseFee, budget);
        }

        var draft = Build(lane, sequence, lastLedger, operation, null, baseFee).ToEnvelope();
        var answer = await server.SimulateTransactionAsync(new SimulateTransactionRequest { Transaction = draft }, cancel).ConfigureAwait(false);
        var simulated = answer.ValueOrThrow();
        return simulated switch
        {
            { Error: not null } => new PreparedTransaction.Hopeless(OutcomeReading.OfFailedSimulation(simulated)),
            { RestorePreamble: { } restore } => new PreparedTransaction.NeedsRestore(restore.TransactionData with { ResourceFee = restore.MinResourceFee }),
            { TransactionData: { } data } => Finish(
                lane, sequence, lastLedger, Authorized(operation, simulated, request.Authorizers, lastLedger),
                data with { ResourceFee = simulated.MinResourceFee }, baseFee, budget),
            _ => throw new RpcTransportException("simulateTransaction", "neither error nor transaction data"),
        };
    }

    /// <summary>Prepares the restore that a simulation asked for.</summary>
    public async Task<PreparedTransaction> PrepareRestoreAsync(SendLane lane, SorobanTransactionData data, uint baseFee, long budget, CancellationToken cancel)
    {
        var (sequence, lastLedger) = await ReadStateAsync(lane, cancel).ConfigureAwait(false);
        return Finish(lane, sequence, lastLedger, Operations.RestoreFootprint(), data, baseFee, budget);
    }

    private async Task<(long Sequence, LedgerNumber LastLedger)> ReadStateAsync(SendLane lane, CancellationToken cancel)
    {
        var key = new LedgerKey.Account(new LedgerKeyAccount(PublicKey.From(lane.Key.AccountId)));
        var answer = await server.GetLedgerEntriesAsync([key], cancel).ConfigureAwait(false);
        var found = answer.ValueOrThrow();
        return found.Entries is [{ Data: LedgerEntryData.Account(var entry) }]
            ? (Math.Max(entry.SeqNum, lane.UsedSequence), found.LatestLedger.Plus(options.ValidForLedgers))
            : throw new InvalidOperationException($"account {lane.Key.AccountId} does not exist on this network");
    }

    private PreparedTransaction Finish(
        SendLane lane, long sequence, LedgerNumber lastLedger, Operation operation, SorobanTransactionData? data, uint baseFee, long budget)
    {
        var resourceFee = data?.ResourceFee ?? 0;
        var fee = checked(baseFee + resourceFee);
        if (fee > Math.Min(budget, uint.MaxValue))
        {
            return new PreparedTransaction.Hopeless(new SendOutcome.OverBudget(fee, budget));
        }

        var unsigned = Build(lane, sequence, lastLedger, operation, data, baseFee);
        var signed = lane.Key.AccountId == account.AccountId ? unsigned.Sign(account) : unsigned.Sign(lane.Key, account);
        return new PreparedTransaction.Ready(signed, lastLedger, baseFee, resourceFee);
    }

    private Transaction Build(SendLane lane, long sequence, LedgerNumber lastLedger, Operation operation, SorobanTransactionData? data, uint baseFee)
    {
        var builder = new TransactionBuilder(MuxedAccount.From(lane.Key.AccountId), sequence, network)
            .Add(operation).WithBaseFee(baseFee).ValidUntil(lastLedger);
        return (data is null ? builder : builder.WithSorobanData(data)).Build();
    }

    /// <summary>The operation with what simulation recorded, signed by whoever must. What the caller brought along stays.</summary>
    private Operation Authorized(Operation operation, SimulateTransactionResult simulated, IReadOnlyList<KeyPair> authorizers, LedgerNumber lastLedger)
    {
        if (operation.Body is not OperationBody.InvokeHostFunction({ Auth.Count: 0 } call)
            || simulated.Results is not [{ Auth: { Count: > 0 } recorded }])
        {
            return operation;
        }

        var signed = recorded.Select(entry => Signed(entry, authorizers, lastLedger)).ToXdrArray();
        return operation with { Body = new OperationBody.InvokeHostFunction(call with { Auth = signed }) };
    }

    private SorobanAuthorizationEntry Signed(SorobanAuthorizationEntry entry, IReadOnlyList<KeyPair> authorizers, LedgerNumber lastLedger)
    {
        if (SorobanAuthorization.SignerOf(entry) is not { } address)
        {
            return entry;
        }

        var key = authorizers.Append(account).FirstOrDefault(k => SCAddress.From(k.AccountId) == address)
            ?? throw new InvalidOperationException($"the call asks for the authorization of {address}, and no key for it was given");
        return entry.ValidUntil(lastLedger).Sign(key, network);
    }
}
