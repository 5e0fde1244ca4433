using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>A Stellar RPC server over HTTP.</summary>
/// <param name="reads">For whatever may be asked twice; its pipeline retries.</param>
/// <param name="sends">For handing in transactions; nothing in it repeats a request.</param>
public sealed class SorobanServer(HttpClient reads, HttpClient sends) : ISorobanServer
{
    private static readonly MediaTypeHeaderValue json = new("application/json");
    private int lastId;

    /// <inheritdoc/>
    public Task<RpcResult<GetHealthResult>> GetHealthAsync(CancellationToken cancel) =>
        ReadAsync("getHealth", RpcJson.Default.GetHealthResult, cancel);

    /// <inheritdoc/>
    public Task<RpcResult<GetNetworkResult>> GetNetworkAsync(CancellationToken cancel) =>
        ReadAsync("getNetwork", RpcJson.Default.GetNetworkResult, cancel);

    /// <inheritdoc/>
    public Task<RpcResult<GetVersionInfoResult>> GetVersionInfoAsync(CancellationToken cancel) =>
        ReadAsync("getVersionInfo", RpcJson.Default.GetVersionInfoResult, cancel);

    /// <inheritdoc/>
    public Task<RpcResult<GetLatestLedgerResult>> GetLatestLedgerAsync(CancellationToken cancel) =>
        ReadAsync("getLatestLedger", RpcJson.Default.GetLatestLedgerResult, cancel);

    /// <inheritdoc/>
    public Task<RpcResult<GetFeeStatsResult>> GetFeeStatsAsync(CancellationToken cancel) =>
        ReadAsync("getFeeStats", RpcJson.Default.GetFeeStatsResult, cancel);

    /// <inheritdoc/>
    public Task<RpcResult<GetLedgerEntriesResult>> GetLedgerEntriesAsync(IReadOnlyList<LedgerKey> keys, CancellationToken cancel) =>
        CallAsync(
            reads, "getLedgerEntries", new GetLedgerEntriesRequest(keys),
            RpcJson.Default.GetLedgerEntriesRequest, RpcJson.Default.GetLedgerEntriesResult, cancel);

    /// <inheritdoc/>
    public Task<RpcResult<SimulateTransactionResult>> SimulateTransactionAsync(SimulateTransactionRequest request, CancellationToken cancel) =>
        CallAsync(
            reads, "simulateTransaction", request,
            RpcJson.Default.SimulateTransactionRequest, RpcJson.Default.SimulateTransactionResult, cancel);

    /// <inheritdoc/>
    public Task<RpcResult<SendTransactionResult>> SendTransactionAsync(TransactionEnvelope transaction, CancellationToken cancel) =>
        CallAsync(
            sends, "sendTransaction", new SendTransactionRequest { Transaction = transaction },
            RpcJson.Default.SendTransactionRequest, RpcJson.Default.SendTransactionResult, cancel);

    /// <inheritdoc/>
    public Task<RpcResult<GetTransactionResult>> GetTransactionAsync(TransactionHash hash, CancellationToken cancel) =>
        CallAsync(
            reads, "getTransaction", new GetTransactionRequest(hash),
            RpcJson.Default.GetTransactionRequest, RpcJson.Default.GetTransactionResult, cancel);

    /// <inheritdoc/>
    public Task<RpcResult<GetTransactionsResult>> GetTransactionsAsync(LedgerRangeRequest request, CancellationToken cancel) =>
        CallAsync(
            reads, "getTransactions", request,
            RpcJson.Default.LedgerRangeRequest, RpcJson.Default.GetTransactionsResult, cancel);

    /// <inheritdoc/>
    public Task<RpcResult<GetLedgersResult>> GetLedgersAsync(LedgerRangeRequest request, CancellationToken cancel) =>
        CallAsync(
            reads, "getLedgers", request, RpcJson.Default.LedgerRangeRequest, RpcJson.Default.GetLedgersResult, cancel);

    /// <inheritdoc/>
    public Task<RpcResult<GetEventsResult>> GetEventsAsync(GetEventsRequest request, CancellationToken cancel) =>
        CallAsync(reads, "getEvents", request, RpcJson.Default.GetEventsRequest, RpcJson.Default.GetEventsResult, cancel);

    private Task<RpcResult<TResult>> ReadAsync<TResult>(string method, JsonTypeInfo<TResult> resultType, CancellationToken cancel) =>
        CallAsync<object, TResult>(reads, method, null, null, resultType, cancel);

    private async Task<RpcResult<TResult>> CallAsync<TParams, TResult>(
        HttpClient http,
        string method,
        TParams? parameters,
        JsonTypeInfo<TParams>? parametersType,
        JsonTypeInfo<TResult> resultType,
        CancellationToken cancel)
    {
        var id = Interlocked.Increment(ref lastId);
        using var content = new ByteArrayContent(RpcMessage.Request(id, method, parameters, parametersType));
        content.Headers.ContentType = json;
        byte[] body;
        try
        {
            using var response = await http.PostAsync((Uri?)null, content, cancel).ConfigureAwait(false);
            body = response.IsSuccessStatusCode
                ? await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false)
                : throw new RpcTransportException(method, $"HTTP status {(int)response.StatusCode}");
        }
        catch (Exception error) when (error is not RpcTransportException && !cancel.IsCancellationRequested)
        {
            // Whatever the pipeline throws (refused, reset, timed out, circuit open) says the same: no answer.
            throw new RpcTransportException(method, error.Message, error);
        }

        try
        {
            return RpcMessage.Answer(body, id, resultType);
        }
        catch (JsonException error)
        {
            throw new RpcTransportException(method, $"the answer is not JSON-RPC: {error.Message}", error);
        }
    }
}
