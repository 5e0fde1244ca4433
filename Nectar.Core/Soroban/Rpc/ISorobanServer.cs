using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>
/// A Stellar RPC server: over HTTP, or a network in this process. JSON-RPC errors come back as values; a lost
/// connection or an answer that is not JSON-RPC is an <see cref="RpcTransportException"/>.
/// </summary>
public interface ISorobanServer
{
    /// <summary>Whether the server is up with its network.</summary>
    Task<RpcResult<GetHealthResult>> GetHealthAsync(CancellationToken cancel);

    /// <summary>Which network it serves.</summary>
    Task<RpcResult<GetNetworkResult>> GetNetworkAsync(CancellationToken cancel);

    /// <summary>What it runs.</summary>
    Task<RpcResult<GetVersionInfoResult>> GetVersionInfoAsync(CancellationToken cancel);

    /// <summary>The last ledger.</summary>
    Task<RpcResult<GetLatestLedgerResult>> GetLatestLedgerAsync(CancellationToken cancel);

    /// <summary>What inclusion cost of late.</summary>
    Task<RpcResult<GetFeeStatsResult>> GetFeeStatsAsync(CancellationToken cancel);

    /// <summary>Ledger entries by key, at most 200.</summary>
    Task<RpcResult<GetLedgerEntriesResult>> GetLedgerEntriesAsync(IReadOnlyList<LedgerKey> keys, CancellationToken cancel);

    /// <summary>What a transaction would do.</summary>
    Task<RpcResult<SimulateTransactionResult>> SimulateTransactionAsync(SimulateTransactionRequest request, CancellationToken cancel);

    /// <summary>Hands a transaction in, once.</summary>
    Task<RpcResult<SendTransactionResult>> SendTransactionAsync(TransactionEnvelope transaction, CancellationToken cancel);

    /// <summary>A transaction by its hash.</summary>
    Task<RpcResult<GetTransactionResult>> GetTransactionAsync(TransactionHash hash, CancellationToken cancel);

    /// <summary>Transactions from a ledger or cursor on.</summary>
    Task<RpcResult<GetTransactionsResult>> GetTransactionsAsync(LedgerRangeRequest request, CancellationToken cancel);

    /// <summary>Ledgers from a ledger or cursor on.</summary>
    Task<RpcResult<GetLedgersResult>> GetLedgersAsync(LedgerRangeRequest request, CancellationToken cancel);

    /// <summary>Events from a ledger or cursor on.</summary>
    Task<RpcResult<GetEventsResult>> GetEventsAsync(GetEventsRequest request, CancellationToken cancel);
}
