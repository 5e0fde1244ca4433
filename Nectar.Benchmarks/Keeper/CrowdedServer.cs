using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Benchmarks.Keeper;

/// <summary>A server that counts calls, and answers for borrowers that do not exist with the entry of one that does.</summary>
/// <param name="inner">The network.</param>
/// <param name="original">The key of the entry that stands for all copies.</param>
/// <param name="copies">The keys of those who do not exist.</param>
internal sealed class CrowdedServer(ISorobanServer inner, LedgerKey original, IReadOnlySet<LedgerKey> copies) : ISorobanServer
{
    public int Calls { get; private set; }

    public Task<RpcResult<GetHealthResult>> GetHealthAsync(CancellationToken cancel) => Counted(inner.GetHealthAsync(cancel));

    public Task<RpcResult<GetNetworkResult>> GetNetworkAsync(CancellationToken cancel) => Counted(inner.GetNetworkAsync(cancel));

    public Task<RpcResult<GetVersionInfoResult>> GetVersionInfoAsync(CancellationToken cancel) => Counted(inner.GetVersionInfoAsync(cancel));

    public Task<RpcResult<GetLatestLedgerResult>> GetLatestLedgerAsync(CancellationToken cancel) => Counted(inner.GetLatestLedgerAsync(cancel));

    public Task<RpcResult<GetFeeStatsResult>> GetFeeStatsAsync(CancellationToken cancel) => Counted(inner.GetFeeStatsAsync(cancel));

    public async Task<RpcResult<GetLedgerEntriesResult>> GetLedgerEntriesAsync(IReadOnlyList<LedgerKey> keys, CancellationToken cancel)
    {
        if (!keys.Any(copies.Contains))
        {
            return await Counted(inner.GetLedgerEntriesAsync(keys, cancel));
        }

        // The original takes the place of the copies, so that no request becomes longer than it was.
        var real = keys.Where(k => !copies.Contains(k)).Append(original).Distinct().ToList();
        var found = await Counted(inner.GetLedgerEntriesAsync(real, cancel));
        if (found is not RpcResult<GetLedgerEntriesResult>.Ok(var result))
        {
            return found;
        }

        var copied = result.Entries.Single(e => e.Key == original);
        return new RpcResult<GetLedgerEntriesResult>.Ok(result with
        {
            // The original is told only to who asked for it.
            Entries = [.. result.Entries.Where(e => keys.Contains(e.Key)), .. keys.Where(copies.Contains).Select(k => copied with { Key = k })],
        });
    }

    public Task<RpcResult<SimulateTransactionResult>> SimulateTransactionAsync(SimulateTransactionRequest request, CancellationToken cancel) =>
        Counted(inner.SimulateTransactionAsync(request, cancel));

    public Task<RpcResult<SendTransactionResult>> SendTransactionAsync(TransactionEnvelope transaction, CancellationToken cancel) =>
        Counted(inner.SendTransactionAsync(transaction, cancel));

    public Task<RpcResult<GetTransactionResult>> GetTransactionAsync(TransactionHash hash, CancellationToken cancel) =>
        Counted(inner.GetTransactionAsync(hash, cancel));

    public Task<RpcResult<GetTransactionsResult>> GetTransactionsAsync(LedgerRangeRequest request, CancellationToken cancel) =>
        Counted(inner.GetTransactionsAsync(request, cancel));

    public Task<RpcResult<GetLedgersResult>> GetLedgersAsync(LedgerRangeRequest request, CancellationToken cancel) =>
        Counted(inner.GetLedgersAsync(request, cancel));

    public Task<RpcResult<GetEventsResult>> GetEventsAsync(GetEventsRequest request, CancellationToken cancel) =>
        Counted(inner.GetEventsAsync(request, cancel));

    private Task<T> Counted<T>(Task<T> call)
    {
        Calls++;
        return call;
    }
}
