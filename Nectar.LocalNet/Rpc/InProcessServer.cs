using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;
using Nectar.LocalNet.Soroban;

namespace Nectar.LocalNet.Rpc;

/// <summary>
/// A network in this process as an RPC server: the same methods as over HTTP, without socket or JSON. Results and errors
/// are those of the Stellar RPC server 27.1.
/// </summary>
/// <param name="network">The network.</param>
public sealed class InProcessServer(LocalNetwork network) : ISorobanServer, ILedgerWatch
{
    private readonly SorobanSimulation simulation = new(network.Host);

    /// <summary>Where accounts are funded over HTTP, or null where nothing listens.</summary>
    public Uri? FriendbotUrl { get; set; }

    /// <inheritdoc/>
    public Task<RpcResult<GetHealthResult>> GetHealthAsync(CancellationToken cancel) => Answer(() => NetworkReading.Health(Kept(), network.Options));

    /// <inheritdoc/>
    public Task<RpcResult<GetNetworkResult>> GetNetworkAsync(CancellationToken cancel) => Answer(() => new GetNetworkResult
    {
        FriendbotUrl = FriendbotUrl?.ToString(),
        Passphrase = network.Network.Passphrase,
        ProtocolVersion = network.Latest.Header.LedgerVersion,
    });

    /// <inheritdoc/>
    public Task<RpcResult<GetVersionInfoResult>> GetVersionInfoAsync(CancellationToken cancel) =>
        Answer(() => NetworkReading.Version(network.Latest.Header.LedgerVersion));

    /// <inheritdoc/>
    public Task<RpcResult<GetLatestLedgerResult>> GetLatestLedgerAsync(CancellationToken cancel) =>
        Answer(() => LedgerReading.Latest(network.Latest));

    /// <inheritdoc/>
    public Task<RpcResult<GetFeeStatsResult>> GetFeeStatsAsync(CancellationToken cancel) => Answer(() => FeeReading.Of(Kept(), Find));

    /// <inheritdoc/>
    public Task<RpcResult<GetLedgerEntriesResult>> GetLedgerEntriesAsync(IReadOnlyList<LedgerKey> keys, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return Answer(() => LedgerEntryReading.Of(keys, network.Latest));
    }

    /// <inheritdoc/>
    public Task<RpcResult<SimulateTransactionResult>> SimulateTransactionAsync(SimulateTransactionRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Refusal.AnswerAsync(async () =>
        {
            var latest = network.Latest;
            var (read, problem) = SimulationReading.Read(request);
            return read is null
                ? SimulationAnswer.Failed(problem, latest.Sequence)
                : SimulationAnswer.Of(await simulation.SimulateAsync(latest.State, latest.Context, read, cancel).ConfigureAwait(false), latest.Sequence);
        });
    }

    /// <inheritdoc/>
    public Task<RpcResult<SendTransactionResult>> SendTransactionAsync(TransactionEnvelope transaction, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return Refusal.AnswerAsync(async () =>
        {
            var before = network.Latest;
            return SubmissionAnswer.Of(await network.SubmitAsync(transaction, cancel).ConfigureAwait(false), before);
        });
    }

    /// <inheritdoc/>
    public Task<RpcResult<GetTransactionResult>> GetTransactionAsync(TransactionHash hash, CancellationToken cancel)
    {
        // The transaction first: one that is included in between is missed, but none is later than the latest ledger.
        network.History.TryFind(hash, out var found);
        return Answer(() => TransactionReading.One(hash, Kept(), found));
    }

    /// <inheritdoc/>
    public Task<RpcResult<GetTransactionsResult>> GetTransactionsAsync(LedgerRangeRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Answer(() => TransactionReading.Page(request, Kept(), Find));
    }

    /// <inheritdoc/>
    public Task<RpcResult<GetLedgersResult>> GetLedgersAsync(LedgerRangeRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Answer(() => LedgerReading.Page(request, Kept(), Find));
    }

    /// <inheritdoc/>
    public Task<RpcResult<GetEventsResult>> GetEventsAsync(GetEventsRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Answer(() => EventReading.Page(request, Kept(), Find));
    }

    /// <inheritdoc/>
    public Task WhenClosedAfterAsync(LedgerNumber ledger, CancellationToken cancel) => network.WhenClosedAsync(ledger.Plus(1).Value, cancel);

    internal SimulateTransactionResult Unsimulated(string problem) => SimulationAnswer.Failed(problem, network.Latest.Sequence);

    private static Task<RpcResult<T>> Answer<T>(Func<T> answer) => Refusal.AnswerAsync(() => Task.FromResult(answer()));

    private RetainedRange Kept() => RetainedRange.Of(network);

    private ClosedLedger? Find(uint sequence) => network.History.TryFind(sequence, out var ledger) ? ledger : null;
}
