using System.Text.Json;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.LocalNet.Rpc;

namespace Nectar.Tests.LocalNet.Rpc;

public sealed class XdrFormatTests
{
    private static readonly LedgerNumber ledger = new(7);

    [Fact]
    public void A_simulation_in_json_has_the_names_of_the_reference_server()
    {
        var entry = new LedgerEntry(7, new LedgerEntryData.Ttl(new TTLEntry(new Hash(new byte[32]), 9)), LedgerEntryExt.V0.Instance);
        var simulated = new SimulateTransactionResult
        {
            LatestLedger = ledger,
            MinResourceFee = 5,
            TransactionData = Data,
            Results = [new SimulatedHostFunction { ReturnValue = SCVal.FromUInt64(3), Auth = [] }],
            Events = [],
            StateChanges = [new SimulatedStateChange { Type = "created", Key = new LedgerKey.Ttl(new LedgerKeyTtl(new Hash(new byte[32]))), After = entry }],
            RestorePreamble = new RestorePreamble { TransactionData = Data, MinResourceFee = 4 },
        };

        var json = Written(simulated, XdrFormat.Json);

        Assert.Equal(["eventsJson", "latestLedger", "minResourceFee", "restorePreamble", "results", "stateChanges", "transactionDataJson"], Names(json));
        Assert.Equal(["authJson", "returnValueJson"], Names(json.GetProperty("results")[0]));
        Assert.Equal("""{"u64":"3"}""", json.GetProperty("results")[0].GetProperty("returnValueJson").GetRawText());
        Assert.Equal(["minResourceFee", "transactionDataJson"], Names(json.GetProperty("restorePreamble")));
        var change = json.GetProperty("stateChanges")[0];
        Assert.Equal("9", change.GetProperty("afterJson").GetProperty("data").GetProperty("ttl").GetProperty("live_until_ledger_seq").GetRawText());
        Assert.True(change.TryGetProperty("keyJson", out _));
    }

    [Fact]
    public void Base64_keeps_the_names_of_the_protocol()
    {
        var result = new LedgerEntryResult
        {
            Key = new LedgerKey.Ttl(new LedgerKeyTtl(new Hash(new byte[32]))),
            Data = new LedgerEntryData.Ttl(new TTLEntry(new Hash(new byte[32]), 9)),
            LastModifiedLedgerSeq = ledger,
            Ext = LedgerEntryExt.V0.Instance,
        };
        var all = new GetLedgerEntriesResult { Entries = [result], LatestLedger = ledger };

        Assert.Equal(["extXdr", "key", "lastModifiedLedgerSeq", "xdr"], Names(Written(all, XdrFormat.Base64).GetProperty("entries")[0]));
        Assert.Equal(["dataJson", "extJson", "keyJson", "lastModifiedLedgerSeq"], Names(Written(all, XdrFormat.Json).GetProperty("entries")[0]));
    }

    [Fact]
    public void Events_of_a_transaction_are_lists_of_lists_in_both_formats()
    {
        var events = new TransactionEvents
        {
            OfTransaction = [],
            OfOperations = [[new ContractEvent(ExtensionPoint.V0.Instance, null, ContractEventType.System, new ContractEventBody.V0(new ContractEventV0([], SCVal.FromBool(true))))]],
        };
        var found = new GetTransactionResult
        {
            Status = TransactionStatus.Success,
            TxHash = new TransactionHash(new byte[32]),
            LatestLedger = ledger,
            LatestLedgerCloseTime = 1,
            OldestLedger = ledger,
            OldestLedgerCloseTime = 1,
            Events = events,
        };

        var json = Written(found, XdrFormat.Json).GetProperty("events");
        Assert.Equal(["contractEventsJson", "transactionEventsJson"], Names(json));
        Assert.Equal("system", json.GetProperty("contractEventsJson")[0][0].GetProperty("type").GetString());
        var base64 = Written(found, XdrFormat.Base64).GetProperty("events");
        Assert.Equal(events.OfOperations[0][0], XdrCodec.FromBase64<ContractEvent>(base64.GetProperty("contractEventsXdr")[0][0].GetString()!));
    }

    /// <summary>A value that no converter knows would come out as base64 under a name that says JSON.</summary>
    [Fact]
    public void Every_protocol_value_in_a_result_has_its_canonical_form()
    {
        var seen = new HashSet<Type>();
        foreach (var result in new[]
        {
            typeof(GetLatestLedgerResult), typeof(GetLedgerEntriesResult), typeof(SimulateTransactionResult), typeof(SendTransactionResult),
            typeof(GetTransactionResult), typeof(GetTransactionsResult), typeof(GetLedgersResult), typeof(GetEventsResult),
        })
        {
            Collect(result, seen);
        }

        var converters = XdrFormat.Json.Converters.SelectMany(c => c.GetType().GetGenericArguments()).ToHashSet();
        Assert.NotEmpty(seen);
        Assert.Subset(converters, seen);
    }

    private static SorobanTransactionData Data { get; } = new(
        SorobanTransactionDataExt.V0.Instance, new SorobanResources(new LedgerFootprint([], []), 1, 0, 0), 0);

    private static void Collect(Type type, HashSet<Type> seen)
    {
        foreach (var property in type.GetProperties().Select(p => p.PropertyType))
        {
            var inner = property;
            while (inner.IsGenericType)
            {
                inner = inner.GetGenericArguments()[0];
            }

            if (inner.Namespace == typeof(SCVal).Namespace)
            {
                seen.Add(inner);
            }
            else if (inner.Namespace == typeof(RpcError).Namespace && !inner.IsEnum)
            {
                Collect(inner, seen);
            }
        }
    }

    private static JsonElement Written<T>(T value, XdrFormat format)
    {
        using var document = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(value, format.TypeOf<T>()));
        return document.RootElement.Clone();
    }

    private static string[] Names(JsonElement value) => [.. value.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)];
}
