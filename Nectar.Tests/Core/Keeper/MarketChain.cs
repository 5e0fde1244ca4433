using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Keeper;

/// <summary>
/// A server with a <see cref="MarketState"/> behind it that misbehaves as told. A ledger closes whenever it is asked for a
/// transaction and as many as <see cref="CloseWith"/> wait.
/// </summary>
internal sealed class MarketChain : ISorobanServer
{
    private readonly Lock door = new();
    private readonly List<Transaction> pending = [];
    private readonly Dictionary<TransactionHash, GetTransactionResult> included = [];
    private readonly Dictionary<SCAddress, long> sequences = [];

    public MarketState State { get; set; } = new();

    public int CloseWith { get; set; } = 1;

    /// <summary>An older state from which questions are answered, as by a server that lags; null for one that does not.</summary>
    public MarketState? Behind { get; set; }

    public int Calls { get; private set; }

    /// <summary>Called before a transaction is taken; an exception loses it, and one after it is taken loses the answer.</summary>
    public Action? OnSend { get; set; }

    public Action? OnSent { get; set; }

    /// <summary>Called before entries are read, with their keys.</summary>
    public Action<IReadOnlyList<LedgerKey>>? OnRead { get; set; }

    /// <summary>Called before events are told.</summary>
    public Action<GetEventsRequest>? OnEvents { get; set; }

    /// <summary>How many events were told so far.</summary>
    public int EventsTold { get; private set; }

    /// <summary>The oldest ledger that it still knows.</summary>
    public uint Oldest { get; private set; } = 1;

    /// <summary>Whether it keeps no diagnostics of what failed in a ledger.</summary>
    public bool KeepsNoDiagnostics { get; set; }

    public void Close(uint ledgers = 1)
    {
        lock (door)
        {
            for (var i = 0; i < ledgers; i++)
            {
                Close();
            }
        }
    }

    /// <summary>Lets ledgers close, and forgets all up to now: transactions and events.</summary>
    public void Forget(uint ledgers)
    {
        lock (door)
        {
            Close(ledgers);
            included.Clear();
            Oldest = State.Ledger;
            State = State with { Events = [] };
        }
    }

    public Task<RpcResult<GetHealthResult>> GetHealthAsync(CancellationToken cancel) => Ok(new GetHealthResult
    {
        Status = "healthy",
        LatestLedger = new(State.Ledger),
        OldestLedger = new(Oldest),
        LedgerRetentionWindow = 120_960,
    });

    public Task<RpcResult<GetNetworkResult>> GetNetworkAsync(CancellationToken cancel) =>
        Ok(new GetNetworkResult { Passphrase = Network.Standalone.Passphrase, ProtocolVersion = 28 });

    public Task<RpcResult<GetVersionInfoResult>> GetVersionInfoAsync(CancellationToken cancel) => throw new NotSupportedException();

    public Task<RpcResult<GetLatestLedgerResult>> GetLatestLedgerAsync(CancellationToken cancel) => throw new NotSupportedException();

    public Task<RpcResult<GetFeeStatsResult>> GetFeeStatsAsync(CancellationToken cancel) => throw new NotSupportedException();

    public Task<RpcResult<GetTransactionsResult>> GetTransactionsAsync(LedgerRangeRequest request, CancellationToken cancel) => throw new NotSupportedException();

    public Task<RpcResult<GetLedgersResult>> GetLedgersAsync(LedgerRangeRequest request, CancellationToken cancel) => throw new NotSupportedException();

    public Task<RpcResult<GetLedgerEntriesResult>> GetLedgerEntriesAsync(IReadOnlyList<LedgerKey> keys, CancellationToken cancel)
    {
        OnRead?.Invoke(keys);
        lock (door)
        {
            Calls++;
            var state = Behind ?? State;
            return Ok(new GetLedgerEntriesResult
            {
                LatestLedger = new(state.Ledger),
                Entries =
                [
                    .. keys.Select(k => (Key: k, Found: MarketEntries.Of(state, k, sequences))).Where(k => k.Found is not null).Select(k => new LedgerEntryResult
                    {
                        Key = k.Key, Data = k.Found!, LastModifiedLedgerSeq = new(1),
                    }),
                ],
            });
        }
    }

    public Task<RpcResult<GetEventsResult>> GetEventsAsync(GetEventsRequest request, CancellationToken cancel)
    {
        OnEvents?.Invoke(request);
        lock (door)
        {
            Calls++;
            // A cursor names a ledger and the last event of it that was told; that of a last page the whole ledger.
            var (ledger, told) = request.Pagination?.Cursor?.Split('-')[0] is { } cursor
                ? ((uint)(ulong.Parse(cursor) >> 32), (uint)(ulong.Parse(cursor) & uint.MaxValue))
                : (request.StartLedger!.Value.Value - 1, uint.MaxValue);
            if (ledger + (told == uint.MaxValue ? 1 : 0) < Oldest)
            {
                return Task.FromResult<RpcResult<GetEventsResult>>(new RpcResult<GetEventsResult>.Failed(
                    new RpcError(RpcError.InvalidRequest, $"ledger {ledger} is before the oldest, {Oldest}")));
            }

            var limit = (int)(request.Pagination?.Limit ?? 100);
            var page = State.Events.Select((e, i) => (Told: e, Order: (uint)i + 1))
                .Where(e => e.Told.Ledger > ledger || (e.Told.Ledger == ledger && e.Order > told)).Take(limit).ToList();
            EventsTold += page.Count;
            var end = page.Count == limit ? ((ulong)page[^1].Told.Ledger << 32) + page[^1].Order : ((ulong)State.Ledger << 32) + uint.MaxValue;
            return Ok(new GetEventsResult
            {
                Cursor = $"{end}-0",
                LatestLedger = new(State.Ledger),
                LatestLedgerCloseTime = (long)State.Time,
                Events =
                [
                    .. page.Select(e => new EventInfo
                    {
                        Type = "contract", Ledger = new(e.Told.Ledger), LedgerClosedAt = default, ContractId = MarketState.Pool.ToString(), Id = $"{e.Order}",
                        OperationIndex = 0, TransactionIndex = 1, TxHash = default, Topics = e.Told.Topics, Value = e.Told.Data,
                    }),
                ],
            });
        }
    }

    public Task<RpcResult<SimulateTransactionResult>> SimulateTransactionAsync(SimulateTransactionRequest request, CancellationToken cancel)
    {
        lock (door)
        {
            Calls++;
            var envelope = ((TransactionEnvelope.Tx)request.Transaction).Value.Tx;
            var state = Behind ?? State;
            var ledger = new LedgerNumber(state.Ledger);
            try
            {
                var (_, value) = MarketCalls.Run(state, envelope);
                return Ok(new SimulateTransactionResult
                {
                    LatestLedger = ledger,
                    MinResourceFee = 1_000,
                    TransactionData = new SorobanTransactionData(
                        SorobanTransactionDataExt.V0.Instance, new SorobanResources(new LedgerFootprint([OracleKey], []), 0, 0, 0), 0),
                    Results = [new SimulatedHostFunction { ReturnValue = value }],
                });
            }
            catch (Refusal refusal)
            {
                var error = refusal.Number is { } number ? $"Contract, #{number}" : "WasmVm, InvalidAction";
                return Ok(new SimulateTransactionResult { LatestLedger = ledger, Error = $"HostError: Error({error})\n\nEvent log" });
            }
        }
    }

    public Task<RpcResult<SendTransactionResult>> SendTransactionAsync(TransactionEnvelope transaction, CancellationToken cancel)
    {
        OnSend?.Invoke();
        lock (door)
        {
            var sent = Transaction.FromEnvelope(transaction, Network.Standalone);
            pending.Add(sent);
            OnSent?.Invoke();
            return Ok(new SendTransactionResult
            {
                Status = SendTransactionStatus.Pending,
                Hash = sent.Hash,
                LatestLedger = new(State.Ledger),
                LatestLedgerCloseTime = (long)State.Time,
            });
        }
    }

    public Task<RpcResult<GetTransactionResult>> GetTransactionAsync(TransactionHash hash, CancellationToken cancel)
    {
        lock (door)
        {
            if (pending.Count >= CloseWith || pending.Count == 0)
            {
                Close();
            }

            return Ok(included.TryGetValue(hash, out var found) ? found : Answer(hash, TransactionStatus.NotFound));
        }
    }

    private static LedgerKey OracleKey { get; } = new LedgerKey.ContractData(
        new LedgerKeyContractData(SCAddress.From(MarketState.Oracle), SCVal.LedgerKeyContractInstance.Instance, ContractDataDurability.Persistent));

    private void Close()
    {
        foreach (var transaction in pending)
        {
            var source = MarketCalls.Source(transaction.Body);
            if (transaction.Body.SeqNum != sequences.GetValueOrDefault(source) + 1)
            {
                continue;
            }

            sequences[source] = transaction.Body.SeqNum;
            try
            {
                (State, var value) = MarketCalls.Run(State, transaction.Body);
                included[transaction.Hash] = Answer(transaction.Hash, TransactionStatus.Success) with
                {
                    Result = Result(new TransactionResultResult.TxSuccess([])),
                    ResultMeta = Meta(value),
                    Ledger = new(State.Ledger + 1),
                };
            }
            catch (Refusal refusal)
            {
                SCError error = refusal.Number is { } number ? new SCError.Contract(number) : new SCError.WasmVm(SCErrorCode.InvalidAction);
                included[transaction.Hash] = Answer(transaction.Hash, TransactionStatus.Failed) with
                {
                    Result = Result(new TransactionResultResult.TxFailed(
                        [new OperationResult.OpInner(new OperationResultTr.InvokeHostFunction(InvokeHostFunctionResult.Trapped.Instance))])),
                    ResultMeta = Meta(null),
                    Ledger = new(State.Ledger + 1),
                    DiagnosticEvents = KeepsNoDiagnostics ? [] : [Diagnostic(error)],
                };
            }
        }

        pending.Clear();
        State = State with { Ledger = State.Ledger + 1 };
    }

    private GetTransactionResult Answer(TransactionHash hash, TransactionStatus status) => new()
    {
        Status = status,
        TxHash = hash,
        LatestLedger = new(State.Ledger),
        LatestLedgerCloseTime = 1,
        OldestLedger = new(Oldest),
        OldestLedgerCloseTime = 1,
    };

    private static TransactionResult Result(TransactionResultResult result) => new(1_100, result, TransactionResultExt.V0.Instance);

    private static TransactionMeta.V4 Meta(SCVal? value) => new(new TransactionMetaV4(
        ExtensionPoint.V0.Instance, [], [], [], value is null ? null : new SorobanTransactionMetaV2(SorobanTransactionMetaExt.V0.Instance, value), [], []));

    private static DiagnosticEvent Diagnostic(SCError error) => new(false, new ContractEvent(
        ExtensionPoint.V0.Instance, null, ContractEventType.Diagnostic,
        new ContractEventBody.V0(new ContractEventV0([SCVal.FromSymbol("host_fn_failed"), new SCVal.Error(error)], SCVal.Void.Instance))));

    private static Task<RpcResult<T>> Ok<T>(T value) => Task.FromResult<RpcResult<T>>(new RpcResult<T>.Ok(value));
}
