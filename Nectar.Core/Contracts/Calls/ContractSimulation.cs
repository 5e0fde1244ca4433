using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Sending;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Calls;

/// <summary>Simulates calls: for reads, and to see what a call would do before it is sent.</summary>
public static class ContractSimulation
{
    // An account that nobody has the key of: reads ask for no signature.
    private static readonly AccountId nobody = new(new byte[32]);

    /// <summary>Simulates a call.</summary>
    /// <param name="server">The network.</param>
    /// <param name="call">The call.</param>
    /// <param name="source">Who would send it; null for a read that needs no one's authorization.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="RpcTransportException">The network could not be asked.</exception>
    /// <exception cref="RpcErrorException">The server refused the question.</exception>
    /// <exception cref="XdrException">The contract answered with a value of another kind than the call's.</exception>
    public static async Task<CallResult<T>> SimulateAsync<T>(
        this ISorobanServer server, ContractCall<T> call, AccountId? source, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(call);
        var transaction = new TransactionBody(
            MuxedAccount.From(source ?? nobody), 0, 1, Preconditions.None.Instance, Memo.None.Instance, [call.ToOperation()], TransactionExt.V0.Instance);
        var request = new SimulateTransactionRequest
        {
            Transaction = new TransactionEnvelope.Tx(new TransactionV1Envelope(transaction, [])),
        };
        var simulated = (await server.SimulateTransactionAsync(request, cancel).ConfigureAwait(false)).ValueOrThrow();
        return simulated switch
        {
            { Error: not null } => Refused<T>(simulated),
            { Results: [{ ReturnValue: var value }] } => new CallResult<T>.Answered(call.Read(value), simulated.LatestLedger),
            _ => throw new RpcTransportException("simulateTransaction", "neither error nor result"),
        };
    }

    /// <summary>Simulates a read and gives its value.</summary>
    /// <exception cref="InvalidOperationException">The contract refused it; otherwise as <see cref="SimulateAsync"/>.</exception>
    public static async Task<T> ReadAsync<T>(this ISorobanServer server, ContractCall<T> call, CancellationToken cancel) =>
        (await server.SimulateAsync(call, null, cancel).ConfigureAwait(false)).ValueOrThrow();

    private static CallResult<T>.Refused Refused<T>(SimulateTransactionResult simulated)
    {
        var rejected = OutcomeReading.OfFailedSimulation(simulated);
        return new CallResult<T>.Refused(rejected.Type, rejected.Number, rejected.Detail);
    }
}
