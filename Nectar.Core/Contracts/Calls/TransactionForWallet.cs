using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Calls;

/// <summary>Prepares calls whose source signs elsewhere.</summary>
public static class TransactionForWallet
{
    /// <summary>Reads the source's sequence number, simulates the call and puts the transaction together, unsigned.</summary>
    /// <param name="server">The network.</param>
    /// <param name="network">Which network that is.</param>
    /// <param name="source">Who will sign and pay.</param>
    /// <param name="call">The call; whoever it asks for authorization must be the source.</param>
    /// <param name="validForLedgers">How many ledgers the wallet has time for.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="RpcTransportException">The network could not be asked.</exception>
    /// <exception cref="RpcErrorException">The server refused a question.</exception>
    /// <exception cref="InvalidOperationException">The call asks for the authorization of somebody else.</exception>
    public static async Task<UnsignedTransaction> PrepareForWalletAsync<T>(
        this ISorobanServer server, Network network, AccountId source, ContractCall<T> call, uint validForLedgers, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(call);
        if (await ReadSourceAsync(server, source, cancel).ConfigureAwait(false) is not var (sequence, latest))
        {
            return new UnsignedTransaction.NoAccount();
        }

        var last = latest.Plus(validForLedgers);
        var draft = Build(call.ToOperation(), null);
        var answer = await server.SimulateTransactionAsync(new SimulateTransactionRequest { Transaction = draft.ToEnvelope() }, cancel).ConfigureAwait(false);
        return answer.ValueOrThrow() switch
        {
            { Error: not null } failed => Refused(failed),
            { RestorePreamble: { } restore } => new UnsignedTransaction.NeedsRestore(
                Build(Operations.RestoreFootprint(), restore.TransactionData with { ResourceFee = restore.MinResourceFee }), last),
            { TransactionData: { } data, Results: [var result] } simulated => new UnsignedTransaction.Ready(
                Build(Authorized(call.ToOperation(), result.Auth ?? []), data with { ResourceFee = simulated.MinResourceFee }), last)
            { Returned = result.ReturnValue },
            _ => throw new RpcTransportException("simulateTransaction", "neither error nor result"),
        };

        Transaction Build(Operation operation, SorobanTransactionData? data)
        {
            var builder = new TransactionBuilder(MuxedAccount.From(source), sequence, network).Add(operation).ValidUntil(last);
            return (data is null ? builder : builder.WithSorobanData(data)).Build();
        }
    }

    /// <summary>Reads the source's sequence number and puts a transaction of one classic operation together, unsigned.</summary>
    /// <param name="server">The network.</param>
    /// <param name="network">Which network that is.</param>
    /// <param name="source">Who will sign and pay.</param>
    /// <param name="operation">An operation that calls no contract.</param>
    /// <param name="validForLedgers">How many ledgers the wallet has time for.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="RpcTransportException">The network could not be asked.</exception>
    /// <exception cref="RpcErrorException">The server refused a question.</exception>
    public static async Task<UnsignedTransaction> PrepareForWalletAsync(
        this ISorobanServer server, Network network, AccountId source, Operation operation, uint validForLedgers, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(server);
        if (await ReadSourceAsync(server, source, cancel).ConfigureAwait(false) is not var (sequence, latest))
        {
            return new UnsignedTransaction.NoAccount();
        }

        var last = latest.Plus(validForLedgers);
        var transaction = new TransactionBuilder(MuxedAccount.From(source), sequence, network).Add(operation).ValidUntil(last).Build();
        return new UnsignedTransaction.Ready(transaction, last);
    }

    private static async Task<(long Sequence, LedgerNumber Latest)?> ReadSourceAsync(ISorobanServer server, AccountId source, CancellationToken cancel)
    {
        var key = new LedgerKey.Account(new LedgerKeyAccount(PublicKey.From(source)));
        var found = (await server.GetLedgerEntriesAsync([key], cancel).ConfigureAwait(false)).ValueOrThrow();
        return found.Entries is [{ Data: LedgerEntryData.Account(var account) }] ? (account.SeqNum, found.LatestLedger) : null;
    }

    private static UnsignedTransaction.Refused Refused(SimulateTransactionResult failed)
    {
        var rejected = OutcomeReading.OfFailedSimulation(failed);
        return new UnsignedTransaction.Refused(rejected.Type, rejected.Number, rejected.Detail);
    }

    private static Operation Authorized(Operation operation, IReadOnlyList<SorobanAuthorizationEntry> entries) =>
        entries.Select(SorobanAuthorization.SignerOf).FirstOrDefault(s => s is not null) is { } other
            ? throw new InvalidOperationException($"the call asks for the authorization of {other}, who is not its source")
            : operation with
            {
                Body = new OperationBody.InvokeHostFunction(((OperationBody.InvokeHostFunction)operation.Body).Value with { Auth = entries.ToXdrArray() }),
            };
}
