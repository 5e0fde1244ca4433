using System.Text.Json;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Network = Nectar.Core.Soroban.Keys.Network;

namespace Nectar.Tests.Support;

/// <summary>
/// An RPC server that misbehaves as told. Left alone it is a small network: it knows every account with the sequence
/// number of <see cref="Sequence"/>, includes what it is sent in the next ledger, and closes a ledger whenever it is asked
/// for a transaction.
/// </summary>
internal sealed class ScriptedRpc : HttpMessageHandler
{
    private readonly Dictionary<string, Queue<Func<JsonElement, RpcReply>>> script = [];
    private readonly Lock door = new();

    public uint LatestLedger { get; set; } = 100;

    public uint OldestLedger { get; set; } = 1;

    /// <summary>The sequence number that it tells of any account.</summary>
    public long Sequence { get; set; } = 41;

    /// <summary>Methods whose every call loses its connection.</summary>
    public HashSet<string> Down { get; } = [];

    /// <summary>Every request in order: method, parameters and the URL that was asked.</summary>
    public List<(string Method, JsonElement Params, Uri Url)> Requests { get; } = [];

    /// <summary>What is in a ledger, by hash.</summary>
    public Dictionary<TransactionHash, GetTransactionResult> Ledger { get; } = [];

    /// <summary>What was sent; of a fee bump, the transaction inside.</summary>
    public IEnumerable<Transaction> Sent => Requests.Where(r => r.Method == "sendTransaction").Select(r => ReadTransaction(r.Params));

    /// <summary>The whole fee that each sent envelope offered.</summary>
    public IEnumerable<long> SentFees => Requests.Where(r => r.Method == "sendTransaction").Select(r => ReadBump(r.Params)?.Body.Fee ?? ReadTransaction(r.Params).Body.Fee);

    public int Count(string method) => Requests.Count(r => r.Method == method);

    /// <summary>Answers the next call of a method that has no answer yet.</summary>
    public ScriptedRpc On(string method, params Func<JsonElement, RpcReply>[] replies)
    {
        foreach (var reply in replies)
        {
            (script.TryGetValue(method, out var queue) ? queue : script[method] = new()).Enqueue(reply);
        }

        return this;
    }

    public static Transaction ReadTransaction(JsonElement parameters) =>
        ReadBump(parameters)?.Inner ?? Transaction.FromEnvelope(ReadEnvelope(parameters), Network.Standalone);

    public static FeeBumpTransaction? ReadBump(JsonElement parameters) =>
        ReadEnvelope(parameters) is TransactionEnvelope.TxFeeBump bump
            ? FeeBumpTransaction.FromEnvelope(bump, Network.Standalone)
            : null;

    /// <summary>Puts a sent transaction into the next ledger.</summary>
    public void Include(JsonElement parameters, TransactionStatus status = TransactionStatus.Success, TransactionResult? result = null, params DiagnosticEvent[] diagnostics)
    {
        var transaction = ReadTransaction(parameters);
        Sequence = transaction.Body.SeqNum;
        var hash = HashOf(parameters);
        Ledger[hash] = Found(hash, status) with
        {
            Envelope = ReadEnvelope(parameters),
            Result = result ?? Result(new TransactionResultResult.TxSuccess([]), 100),
            ResultMeta = new TransactionMeta.V4(new TransactionMetaV4(
                ExtensionPoint.V0.Instance, [], [], [],
                new SorobanTransactionMetaV2(SorobanTransactionMetaExt.V0.Instance, SCVal.FromInt128(7)), [], [])),
            DiagnosticEvents = diagnostics,
            Ledger = new LedgerNumber(LatestLedger + 1),
            ApplicationOrder = 1,
            FeeBump = ReadBump(parameters) is not null,
            CreatedAt = 1,
        };
    }

    public static TransactionResult Result(TransactionResultResult result, long feeCharged) =>
        new(feeCharged, result, TransactionResultExt.V0.Instance);

    public RpcReply Send(SendTransactionStatus status, JsonElement parameters, TransactionResult? error = null) =>
        RpcReply.Result(
            new SendTransactionResult
            {
                Status = status,
                Hash = HashOf(parameters),
                LatestLedger = new LedgerNumber(LatestLedger),
                LatestLedgerCloseTime = 1,
                ErrorResult = error,
            },
            RpcJson.Default.SendTransactionResult);

    public static RpcReply Simulated(SimulateTransactionResult result) => RpcReply.Result(result, RpcJson.Default.SimulateTransactionResult);

    public SimulateTransactionResult Success(long resourceFee = 1_000, params SorobanAuthorizationEntry[] authorizations) => new()
    {
        LatestLedger = new LedgerNumber(LatestLedger),
        MinResourceFee = resourceFee,
        TransactionData = SorobanData(0),
        Results = [new SimulatedHostFunction { ReturnValue = SCVal.FromInt128(7), Auth = authorizations }],
    };

    public static SorobanTransactionData SorobanData(uint instructions) => new(
        SorobanTransactionDataExt.V0.Instance, new SorobanResources(new LedgerFootprint([], []), instructions, 0, 0), 0);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        var root = document.RootElement.Clone();
        RpcReply reply;
        lock (door)
        {
            var method = root.Text("method");
            var parameters = root.TryGetProperty("params", out var given) ? given : default;
            Requests.Add((method, parameters, request.RequestUri!));
            reply = Down.Contains(method) ? RpcReply.Lost
                : script.TryGetValue(method, out var queue) && queue.TryDequeue(out var scripted) ? scripted(parameters) : Default(method, parameters);
        }

        return reply.ToResponse(root.GetProperty("id").GetInt32());
    }

    private static TransactionEnvelope ReadEnvelope(JsonElement parameters) => XdrCodec.FromBase64<TransactionEnvelope>(parameters.Text("transaction"));

    private static TransactionHash HashOf(JsonElement parameters) => ReadBump(parameters)?.Hash ?? ReadTransaction(parameters).Hash;

    private RpcReply Default(string method, JsonElement parameters)
    {
        switch (method)
        {
            case "getLedgerEntries":
                return RpcReply.Result(Accounts(parameters), RpcJson.Default.GetLedgerEntriesResult);
            case "simulateTransaction":
                return Simulated(Success());
            case "sendTransaction":
                Include(parameters);
                return Send(SendTransactionStatus.Pending, parameters);
            case "getTransaction":
                LatestLedger++;
                var hash = TransactionHash.Parse(parameters.Text("hash"));
                return RpcReply.Result(
                    Ledger.TryGetValue(hash, out var found) ? found : Found(hash, TransactionStatus.NotFound), RpcJson.Default.GetTransactionResult);
            default:
                return RpcReply.Error(RpcError.MethodNotFound, "method not found");
        }
    }

    private GetTransactionResult Found(TransactionHash hash, TransactionStatus status) => new()
    {
        Status = status,
        TxHash = hash,
        LatestLedger = new LedgerNumber(LatestLedger),
        LatestLedgerCloseTime = 1,
        OldestLedger = new LedgerNumber(OldestLedger),
        OldestLedgerCloseTime = 1,
    };

    private GetLedgerEntriesResult Accounts(JsonElement parameters) => new()
    {
        LatestLedger = new LedgerNumber(LatestLedger),
        Entries =
        [
            .. parameters.GetProperty("keys").EnumerateArray()
                .Select(k => XdrCodec.FromBase64<LedgerKey>(k.GetString()!))
                .Select(key => new LedgerEntryResult
                {
                    Key = key,
                    LastModifiedLedgerSeq = new LedgerNumber(1),
                    Data = new LedgerEntryData.Account(new AccountEntry(
                        ((LedgerKey.Account)key).Value.AccountId, 10_000_000, Sequence, 0, null, 0, "", new Thresholds([1, 0, 0, 0]), [], AccountEntryExt.V0.Instance)),
                }),
        ],
    };
}
