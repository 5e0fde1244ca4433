using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Closing;
using Nectar.LocalNet.Soroban;
using Nectar.LocalNet.State;
using Nectar.Tests.LocalNet.Stories;

namespace Nectar.Benchmarks.Network;

/// <summary>
/// Plays the recorded story at Blend's pool and times calls in it where they happen: a simulation as RPC does it; the host's part of
/// applying the call; and a transaction from its submission until its ledger is closed, signatures, fees, meta and hashes included.
/// </summary>
internal static class StoryCalls
{
    private static readonly string[] timed = ["deposit", "liquidate"];

    /// <summary>The times, and the meta of the transactions played, for what else is measured.</summary>
    public static async Task<(IReadOnlyList<CallTime> Times, IReadOnlyList<TransactionMeta> Metas)> TimeAsync(CancellationToken cancel)
    {
        var (times, metas) = (new List<CallTime>(), new List<TransactionMeta>());
        var network = await StoryNetwork.StartAsync(cancel).ConfigureAwait(false);
        await using (network.ConfigureAwait(false))
        {
            foreach (var (envelope, receipt) in network.TransactionsOf("blend"))
            {
                if (FunctionOf(envelope) is { } name && timed.Contains(name) && times.All(t => t.Name != name) && !receipt.TryGetProperty("failed", out _))
                {
                    times.Add(await TimeAsync(network, name, envelope, cancel).ConfigureAwait(false));
                }

                metas.Add((await network.SendAsync(envelope, cancel).ConfigureAwait(false)).ResultMeta!);
            }
        }

        return (times, metas);
    }

    private static async Task<CallTime> TimeAsync(StoryNetwork story, string name, TransactionEnvelope envelope, CancellationToken cancel)
    {
        await story.PrepareAsync(envelope, cancel).ConfigureAwait(false);
        var (network, server) = (story.Services.Network, story.Services.Server);
        // Without signatures, as a client asks before it signs.
        var asked = new SimulateTransactionRequest { Transaction = Unauthorized(envelope) };
        var simulate = await Shortest.OfAsync(async () =>
        {
            var answer = (await server.SimulateTransactionAsync(asked, cancel).ConfigureAwait(false)).ValueOrThrow();
            Must(answer.Error is null, $"simulation of {name}: {answer.Error}");
        }).ConfigureAwait(false);
        var apply = await Shortest.OfAsync(() =>
        {
            Must(Apply(network, ((TransactionEnvelope.Tx)envelope).Value) is SorobanOutcome.Success, $"{name} was not applied");
            return Task.CompletedTask;
        }).ConfigureAwait(false);
        var snapshot = await network.SnapshotAsync(cancel).ConfigureAwait(false);
        var close = await Shortest.OfAsync(
            async () => Must(await network.SubmitAsync(envelope, cancel).ConfigureAwait(false) is SubmitResult.Pending, $"{name} was not taken"),
            async () =>
            {
                Must(network.Latest.Ledger.Transactions[0].Succeeded, $"{name} failed");
                await network.RevertAsync(snapshot, cancel).ConfigureAwait(false);
            }).ConfigureAwait(false);
        return new CallTime(name, simulate, apply, close);
    }

    private static SorobanOutcome Apply(LocalNetwork network, TransactionV1Envelope envelope)
    {
        var (latest, tx) = (network.Latest, envelope.Tx);
        var operation = new SorobanOperation(
            PublicKey.From(tx.SourceAccount.ToAccountId()), tx.Operations[0].Body, ((TransactionExt.V1)tx.Ext).Value, (uint)envelope.ToXdr().Length, new Hash(new byte[32]));
        var next = latest.Context with { Sequence = latest.Sequence + 1 };
        return new SorobanApply(network.Host).Apply(new LedgerDraft(latest.State, next.Sequence), next, operation);
    }

    private static TransactionEnvelope.Tx Unauthorized(TransactionEnvelope envelope)
    {
        var v1 = ((TransactionEnvelope.Tx)envelope).Value;
        var operation = v1.Tx.Operations[0];
        var call = ((OperationBody.InvokeHostFunction)operation.Body).Value with { Auth = [] };
        return new TransactionEnvelope.Tx(v1 with { Tx = v1.Tx with { Operations = [operation with { Body = new OperationBody.InvokeHostFunction(call) }] } });
    }

    private static string? FunctionOf(TransactionEnvelope envelope) =>
        ((TransactionEnvelope.Tx)envelope).Value.Tx.Operations[0].Body is OperationBody.InvokeHostFunction({ HostFunction: HostFunction.InvokeContract(var call) })
            ? call.FunctionName.ToString()
            : null;

    private static void Must(bool isSo, string what)
    {
        if (!isSo)
        {
            throw new InvalidOperationException(what);
        }
    }
}
