using System.Collections.Frozen;
using System.Text.Json;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.LocalNet.Rpc;

/// <summary>
/// Every method by its name: reads the parameters, calls the network in process, and says how the result is written.
/// The names and shapes are those of the Stellar RPC server 27.1; the methods that begin with <c>localnet_</c> are this
/// network's own.
/// </summary>
public sealed class RpcMethods
{
    private readonly InProcessServer server;
    private readonly FrozenDictionary<string, Method> methods;

    /// <summary>The methods of a network.</summary>
    public RpcMethods(InProcessServer server, NetworkControl control)
    {
        ArgumentNullException.ThrowIfNull(control);
        this.server = server;
        methods = new Dictionary<string, Method>(control.Methods)
        {
            ["getHealth"] = (_, cancel) => PlainAsync(server.GetHealthAsync(cancel)),
            ["getNetwork"] = (_, cancel) => PlainAsync(server.GetNetworkAsync(cancel)),
            ["getVersionInfo"] = (_, cancel) => PlainAsync(server.GetVersionInfoAsync(cancel)),
            ["getLatestLedger"] = (given, cancel) => InFormatAsync(given, server.GetLatestLedgerAsync(cancel)),
            ["getFeeStats"] = (_, cancel) => PlainAsync(server.GetFeeStatsAsync(cancel)),
            ["getLedgerEntries"] = GetLedgerEntriesAsync,
            ["simulateTransaction"] = SimulateTransactionAsync,
            ["sendTransaction"] = SendTransactionAsync,
            ["getTransaction"] = GetTransactionAsync,
            ["getTransactions"] = (given, cancel) => InFormatAsync(given, server.GetTransactionsAsync(ReadRange(given), cancel)),
            ["getLedgers"] = (given, cancel) => InFormatAsync(given, server.GetLedgersAsync(ReadRange(given), cancel)),
            ["getEvents"] = GetEventsAsync,
        }.ToFrozenDictionary(StringComparer.Ordinal);
    }

    internal delegate Task<RpcAnswer> Method(Parameters given, CancellationToken cancel);

    /// <summary>The names of all methods.</summary>
    public IEnumerable<string> Names => methods.Keys;

    internal Task<RpcAnswer> CallAsync(string name, JsonElement? parameters, CancellationToken cancel) =>
        methods.TryGetValue(name, out var method)
            ? method(Parameters.Of(parameters), cancel)
            : throw new RpcErrorException(new RpcError(RpcError.MethodNotFound, $"there is no method {Refusal.Shown(name)}"));

    private static async Task<RpcAnswer> PlainAsync<T>(Task<RpcResult<T>> result) =>
        RpcAnswer.Of((await result.ConfigureAwait(false)).ValueOrThrow(), XdrFormat.Base64);

    private static async Task<RpcAnswer> InFormatAsync<T>(Parameters given, Task<RpcResult<T>> result)
    {
        var value = (await result.ConfigureAwait(false)).ValueOrThrow();
        return RpcAnswer.Of(value, XdrFormat.Of(given));
    }

    // A limit of 0 is none, as in the Go server, where that is what an absent one looks like.
    private static Pagination? ReadPagination(Parameters given) =>
        given.OptionalObject("pagination") is { } page
            ? new Pagination(page.OptionalText("cursor"), page.OptionalUInt32("limit") is { } limit and not 0 ? limit : null)
            : null;

    private static LedgerRangeRequest ReadRange(Parameters given) => new(ReadLedger(given, "startLedger"), ReadPagination(given));

    private static LedgerNumber? ReadLedger(Parameters given, string name) =>
        given.OptionalUInt32(name) is { } number and not 0 ? new LedgerNumber(number) : null;

    private static EventFilter ReadFilter(Parameters given) => new()
    {
        Type = given.OptionalText("type"),
        ContractIds = given.OptionalTexts("contractIds"),
        Topics = given.OptionalTextLists("topics"),
    };

    private Task<RpcAnswer> GetLedgerEntriesAsync(Parameters given, CancellationToken cancel)
    {
        var keys = given.Xdrs<LedgerKey>("keys", LedgerEntryReading.MaxKeys);
        return InFormatAsync(given, server.GetLedgerEntriesAsync(keys, cancel));
    }

    private async Task<RpcAnswer> SimulateTransactionAsync(Parameters given, CancellationToken cancel)
    {
        var format = XdrFormat.Of(given);
        var text = given.Text("transaction");
        TransactionEnvelope envelope;
        try
        {
            envelope = XdrCodec.FromBase64<TransactionEnvelope>(text);
        }
        catch (XdrException error)
        {
            // The reference server answers this one as a simulation that failed, where others refuse the parameter.
            return RpcAnswer.Of(server.Unsimulated($"transaction is not a TransactionEnvelope in base64: {error.Message}"), format);
        }

        var request = new SimulateTransactionRequest
        {
            Transaction = envelope,
            AuthMode = given.OptionalText("authMode"),
            UseUpgradedAuth = given.OptionalBool("useUpgradedAuth"),
            ResourceConfig = given.OptionalObject("resourceConfig") is { } config
                ? new ResourceConfig(config.OptionalUInt64("instructionLeeway") ?? 0)
                : null,
        };
        return RpcAnswer.Of((await server.SimulateTransactionAsync(request, cancel).ConfigureAwait(false)).ValueOrThrow(), format);
    }

    private async Task<RpcAnswer> SendTransactionAsync(Parameters given, CancellationToken cancel)
    {
        // The format is read before anything is sent, so that a wrong one costs nothing.
        var format = XdrFormat.Of(given);
        var envelope = given.Xdr<TransactionEnvelope>("transaction");
        return RpcAnswer.Of((await server.SendTransactionAsync(envelope, cancel).ConfigureAwait(false)).ValueOrThrow(), format);
    }

    private Task<RpcAnswer> GetTransactionAsync(Parameters given, CancellationToken cancel)
    {
        var text = given.Text("hash");
        try
        {
            return InFormatAsync(given, server.GetTransactionAsync(TransactionHash.Parse(text), cancel));
        }
        catch (FormatException)
        {
            throw Refusal.Parameter($"hash is {Refusal.Shown(text)}; it must be 64 hex digits");
        }
    }

    private Task<RpcAnswer> GetEventsAsync(Parameters given, CancellationToken cancel)
    {
        var request = new GetEventsRequest
        {
            StartLedger = ReadLedger(given, "startLedger"),
            EndLedger = ReadLedger(given, "endLedger"),
            Filters = given.OptionalObjects("filters")?.ConvertAll(ReadFilter),
            Pagination = ReadPagination(given),
        };
        return InFormatAsync(given, server.GetEventsAsync(request, cancel));
    }
}
