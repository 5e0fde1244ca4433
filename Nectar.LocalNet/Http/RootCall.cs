using System.Diagnostics.CodeAnalysis;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;
using Nectar.LocalNet.Rpc;

namespace Nectar.LocalNet.Http;

/// <summary>
/// Contract calls of the root account, each in a ledger that is closed at once. One at a time, since they share the
/// account's sequence number.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to free.")]
internal sealed class RootCall(LocalNetwork network, InProcessServer server)
{
    // The root account also gives coins by another way, whose transaction may come first.
    private const int MaxTries = 5;

    private const uint ValidForLedgers = 100;

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Makes a call.</summary>
    /// <returns>The transaction, which may have failed; or null, and why there is none.</returns>
    public async Task<(ClosedTransaction? Transaction, string Problem)> MakeAsync(Operation operation, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var problem = "";
            for (var tries = 0; tries < MaxTries; tries++)
            {
                var (sent, why) = await SendAsync(operation, cancel).ConfigureAwait(false);
                if (sent is SubmitResult.Pending pending)
                {
                    return (await FindAsync(pending.Hash, cancel).ConfigureAwait(false), "its ledger is not remembered");
                }

                problem = sent is SubmitResult.Error error ? $"the network did not take the transaction: {error.Result.ToJson()}" : why;
                if (sent is null)
                {
                    break;
                }
            }

            return (null, problem);
        }
        finally
        {
            turn.Release();
        }
    }

    private static Operation Authorized(Operation operation, SimulateTransactionResult simulated) =>
        operation.Body is OperationBody.InvokeHostFunction(var call) && simulated.Results is [{ Auth: { } recorded }]
            ? operation with { Body = new OperationBody.InvokeHostFunction(call with { Auth = recorded.ToXdrArray() }) }
            : operation;

    private async Task<(SubmitResult? Sent, string Problem)> SendAsync(Operation operation, CancellationToken cancel)
    {
        using var root = network.Network.RootKeyPair();
        var latest = network.Latest;
        if (latest.State.FindAccount(root.AccountId) is not { } account)
        {
            return (null, "the root account is gone");
        }

        var source = MuxedAccount.From(root.AccountId);
        TransactionBuilder Draft(Operation op) => new TransactionBuilder(source, account.SeqNum, network.Network)
            .Add(op).ValidUntil(new LedgerNumber(latest.Sequence + ValidForLedgers));

        var request = new SimulateTransactionRequest { Transaction = Draft(operation).Build().ToEnvelope() };
        var simulated = (await server.SimulateTransactionAsync(request, cancel).ConfigureAwait(false)).ValueOrThrow();
        if (simulated is not { TransactionData: { } data })
        {
            return (null, $"the call would fail: {simulated.Error}");
        }

        // The root account is the transaction's source, so that its own signature authorizes all that is recorded.
        var signed = Draft(Authorized(operation, simulated)).WithSorobanData(data).Build().Sign(root);
        return (await network.SubmitAsync(signed.ToEnvelope(), cancel).ConfigureAwait(false), "the network takes nothing more now; try again later");
    }

    private async Task<ClosedTransaction?> FindAsync(TransactionHash hash, CancellationToken cancel)
    {
        if (network.History.TryFind(hash, out var closed))
        {
            return closed;
        }

        await network.CloseLedgersAsync(1, 0, cancel).ConfigureAwait(false);
        return network.History.TryFind(hash, out closed) ? closed : null;
    }
}
