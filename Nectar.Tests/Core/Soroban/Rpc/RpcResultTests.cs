using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Core.Soroban.Xdr;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Soroban.Rpc;

/// <summary>Every method's result as a server of version 27.1 words it: names, and numbers that are text.</summary>
public sealed class RpcResultTests : IDisposable
{
    private readonly ScriptedServer scripted = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ISorobanServer Server => scripted.Server;

    public void Dispose() => scripted.Dispose();

    [Fact]
    public async Task GetHealth_is_read()
    {
        Answer("getHealth", """{"status":"healthy","latestLedger":9,"oldestLedger":2,"ledgerRetentionWindow":120960,"latestLedgerCloseTime":1700000000,"oldestLedgerCloseTime":1690000000}""");

        var health = (await Server.GetHealthAsync(Cancel)).ValueOrThrow();

        Assert.Equal(("healthy", new LedgerNumber(9), new LedgerNumber(2), 120960u, 1700000000L), (health.Status, health.LatestLedger, health.OldestLedger, health.LedgerRetentionWindow, health.LatestLedgerCloseTime));
    }

    [Fact]
    public async Task GetVersionInfo_is_read()
    {
        Answer("getVersionInfo", """{"version":"27.1.1","commitHash":"abc","buildTimestamp":"2026-08-01","captiveCoreVersion":"v27","protocolVersion":27}""");

        var version = (await Server.GetVersionInfoAsync(Cancel)).ValueOrThrow();

        Assert.Equal(("27.1.1", "abc", "2026-08-01", "v27", 27u), (version.Version, version.CommitHash, version.BuildTimestamp, version.CaptiveCoreVersion, version.ProtocolVersion));
    }

    [Fact]
    public async Task GetLatestLedger_is_read_with_and_without_its_xdr()
    {
        Answer("getLatestLedger", $$"""{"id":"ff","protocolVersion":28,"sequence":5,"closeTime":"1700000000","headerXdr":"{{Any("LedgerHeader")}}","metadataXdr":"{{Any("LedgerCloseMeta")}}"}""");
        Answer("getLatestLedger", """{"id":"ff","protocolVersion":25,"sequence":5}""");

        var full = (await Server.GetLatestLedgerAsync(Cancel)).ValueOrThrow();
        var old = (await Server.GetLatestLedgerAsync(Cancel)).ValueOrThrow();

        Assert.Equal((new LedgerNumber(5), 1700000000L), (full.Sequence, full.CloseTime));
        Assert.Equal(Any("LedgerHeader"), full.Header!.ToBase64());
        Assert.Equal(Any("LedgerCloseMeta"), full.Metadata!.ToBase64());
        Assert.Equal((null, null, null), (old.CloseTime, old.Header, old.Metadata));
    }

    [Fact]
    public async Task GetFeeStats_is_read()
    {
        const string Fees = """{"max":"210","min":"100","mode":"100","p10":"101","p20":"102","p30":"103","p40":"104","p50":"105","p60":"106","p70":"107","p80":"108","p90":"109","p95":"120","p99":"200","transactionCount":"10","ledgerCount":50}""";
        Answer("getFeeStats", $$"""{"sorobanInclusionFee":{{Fees}},"inclusionFee":{{Fees}},"latestLedger":4519945}""");

        var stats = (await Server.GetFeeStatsAsync(Cancel)).ValueOrThrow();

        Assert.Equal((210ul, 105ul, 200ul, 10u, 50u), (stats.InclusionFee.Max, stats.InclusionFee.P50, stats.InclusionFee.P99, stats.InclusionFee.TransactionCount, stats.InclusionFee.LedgerCount));
    }

    [Fact]
    public async Task GetLedgerEntries_is_read_with_the_archived_and_the_immortal()
    {
        var (key, data) = (Any("LedgerKey"), Any("LedgerEntryData"));
        Answer("getLedgerEntries", $$"""{"entries":[{"key":"{{key}}","xdr":"{{data}}","lastModifiedLedgerSeq":3,"liveUntilLedgerSeq":0,"extXdr":"AAAAAA=="},{"key":"{{key}}","xdr":"{{data}}","lastModifiedLedgerSeq":4}],"latestLedger":5}""");
        var asked = XdrCodec.FromBase64<LedgerKey>(key);

        var entries = (await Server.GetLedgerEntriesAsync([asked], Cancel)).ValueOrThrow();

        Assert.Equal($$"""{"keys":["{{key}}"]}""", scripted.Rpc.Requests.Single().Params.GetRawText());
        Assert.Equal([new LedgerNumber(0), null], entries.Entries.Select(e => e.LiveUntilLedgerSeq));
        Assert.Equal(LedgerEntryExt.V0.Instance, entries.Entries[0].Ext);
        Assert.Equal(data, entries.Entries[1].Data.ToBase64());
    }

    [Fact]
    public async Task SimulateTransaction_is_read()
    {
        var data = Any("SorobanTransactionData");
        Answer("simulateTransaction", $$"""{"transactionData":"{{data}}","minResourceFee":"90353","events":["{{Any("DiagnosticEvent")}}"],"results":[{"auth":["{{Any("SorobanAuthorizationEntry")}}"],"xdr":"AAAAAwAAAAw="}],"stateChanges":[{"type":"created","key":"{{Any("LedgerKey")}}","before":null,"after":"{{Any("LedgerEntry")}}"}],"restorePreamble":{"transactionData":"{{data}}","minResourceFee":"500"},"latestLedger":5}""");

        var simulated = (await Server.SimulateTransactionAsync(
            new SimulateTransactionRequest { Transaction = XdrCodec.FromBase64<TransactionEnvelope>(Any("TransactionEnvelope")), ResourceConfig = new ResourceConfig(7), AuthMode = "record", UseUpgradedAuth = true },
            Cancel)).ValueOrThrow();

        Assert.Equal(
            $$"""{"transaction":"{{Any("TransactionEnvelope")}}","resourceConfig":{"instructionLeeway":7},"authMode":"record","useUpgradedAuth":true}""",
            scripted.Rpc.Requests.Single().Params.GetRawText());
        Assert.Equal((90353L, 500L, null), (simulated.MinResourceFee, simulated.RestorePreamble!.MinResourceFee, simulated.Error));
        Assert.Equal(SCVal.FromUInt32(12), simulated.Results!.Single().ReturnValue);
        Assert.Equal(Any("SorobanAuthorizationEntry"), simulated.Results![0].Auth!.Single().ToBase64());
        Assert.Equal(Any("DiagnosticEvent"), simulated.Events!.Single().ToBase64());
        Assert.Equal(("created", null, Any("LedgerEntry")), (simulated.StateChanges!.Single().Type, simulated.StateChanges![0].Before, simulated.StateChanges[0].After!.ToBase64()));
    }

    [Theory]
    [InlineData("PENDING", SendTransactionStatus.Pending)]
    [InlineData("DUPLICATE", SendTransactionStatus.Duplicate)]
    [InlineData("TRY_AGAIN_LATER", SendTransactionStatus.TryAgainLater)]
    [InlineData("ERROR", SendTransactionStatus.Error)]
    public async Task SendTransaction_is_read(string word, SendTransactionStatus status)
    {
        Answer("sendTransaction", $$"""{"status":"{{word}}","hash":"{{new string('a', 64)}}","latestLedger":5,"latestLedgerCloseTime":"17","errorResultXdr":"{{Any("TransactionResult")}}"}""");

        var sent = (await Server.SendTransactionAsync(XdrCodec.FromBase64<TransactionEnvelope>(Any("TransactionEnvelope")), Cancel)).ValueOrThrow();

        Assert.Equal((status, 17L), (sent.Status, sent.LatestLedgerCloseTime));
        Assert.Equal(Any("TransactionResult"), sent.ErrorResult!.ToBase64());
    }

    [Fact]
    public async Task GetTransaction_is_read_when_found_and_when_not()
    {
        var hash = new string('a', 64);
        Answer("getTransaction", $$"""{"status":"FAILED","txHash":"{{hash}}","latestLedger":5,"latestLedgerCloseTime":"17","oldestLedger":1,"oldestLedgerCloseTime":"3",{{Transaction}},"ledger":4,"createdAt":"15"}""");
        Answer("getTransaction", $$"""{"status":"NOT_FOUND","txHash":"{{hash}}","latestLedger":5,"latestLedgerCloseTime":"17","oldestLedger":1,"oldestLedgerCloseTime":"3"}""");

        var found = (await Server.GetTransactionAsync(TransactionHash.Parse(hash), Cancel)).ValueOrThrow();
        var missing = (await Server.GetTransactionAsync(TransactionHash.Parse(hash), Cancel)).ValueOrThrow();

        Assert.Equal($$"""{"hash":"{{hash}}"}""", scripted.Rpc.Requests[0].Params.GetRawText());
        Assert.Equal((TransactionStatus.Failed, new LedgerNumber(4), 15L, true), (found.Status, found.Ledger, found.CreatedAt, found.FeeBump));
        Assert.Equal(Any("TransactionMeta"), found.ResultMeta!.ToBase64());
        Assert.Equal(Any("ContractEvent"), found.Events!.OfOperations!.Single().Single().ToBase64());
        Assert.Equal((TransactionStatus.NotFound, null, null), (missing.Status, missing.Ledger, missing.Result));
    }

    [Fact]
    public async Task GetTransactions_is_read_and_asked_by_cursor()
    {
        Answer("getTransactions", $$"""{"transactions":[{"status":"SUCCESS","txHash":"{{new string('b', 64)}}",{{Transaction}},"ledger":4,"createdAt":15}],"latestLedger":5,"latestLedgerCloseTimestamp":17,"oldestLedger":1,"oldestLedgerCloseTimestamp":3,"cursor":"21474840576"}""");

        var page = (await Server.GetTransactionsAsync(new LedgerRangeRequest(Pagination: new Pagination("5", 1)), Cancel)).ValueOrThrow();

        Assert.Equal("""{"pagination":{"cursor":"5","limit":1}}""", scripted.Rpc.Requests.Single().Params.GetRawText());
        Assert.Equal((TransactionStatus.Success, 15L, "21474840576"), (page.Transactions.Single().Status, page.Transactions[0].CreatedAt, page.Cursor));
    }

    [Fact]
    public async Task GetLedgers_is_read()
    {
        Answer("getLedgers", $$"""{"ledgers":[{"hash":"ff","sequence":4,"ledgerCloseTime":"15","headerXdr":"{{Any("LedgerHeaderHistoryEntry")}}","metadataXdr":"{{Any("LedgerCloseMeta")}}"}],"latestLedger":5,"latestLedgerCloseTime":17,"oldestLedger":1,"oldestLedgerCloseTime":3,"cursor":"4"}""");

        var page = (await Server.GetLedgersAsync(new LedgerRangeRequest(new LedgerNumber(4)), Cancel)).ValueOrThrow();

        Assert.Equal("""{"startLedger":4}""", scripted.Rpc.Requests.Single().Params.GetRawText());
        Assert.Equal((new LedgerNumber(4), 15L, "4"), (page.Ledgers.Single().Sequence, page.Ledgers[0].LedgerCloseTime, page.Cursor));
    }

    [Fact]
    public async Task GetEvents_is_read()
    {
        Answer("getEvents", $$"""{"events":[{"type":"contract","ledger":4,"ledgerClosedAt":"2026-11-24T10:00:00Z","contractId":"C","id":"0000000017179873280-0000000001","operationIndex":0,"transactionIndex":1,"txHash":"{{new string('c', 64)}}","inSuccessfulContractCall":true,"topic":["AAAADwAAAARtaW50"],"value":"AAAAAwAAAAw="}],"cursor":"c","latestLedger":5,"oldestLedger":1,"latestLedgerCloseTime":"17","oldestLedgerCloseTime":"3"}""");

        var page = (await Server.GetEventsAsync(new GetEventsRequest { StartLedger = new LedgerNumber(4) }, Cancel)).ValueOrThrow();

        var only = Assert.Single(page.Events);
        Assert.Equal((SCVal.FromSymbol("mint"), SCVal.FromUInt32(12)), (only.Topics.Single(), only.Value));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero), only.LedgerClosedAt);
        Assert.Equal((17L, 3L), (page.LatestLedgerCloseTime, page.OldestLedgerCloseTime));
    }

    private static string Transaction => $$"""
        "applicationOrder":1,"feeBump":true,"envelopeXdr":"{{Any("TransactionEnvelope")}}","resultXdr":"{{Any("TransactionResult")}}","resultMetaXdr":"{{Any("TransactionMeta")}}","diagnosticEventsXdr":["{{Any("DiagnosticEvent")}}"],"events":{"transactionEventsXdr":["{{Any("TransactionEvent")}}"],"contractEventsXdr":[["{{Any("ContractEvent")}}"]]}
        """;

    private static string Any(string type) => Convert.ToBase64String(XdrVectors.Values().First(v => v.Type == type).Xdr);

    private void Answer(string method, string result) => scripted.Rpc.On(method, _ => RpcReply.Raw($"\"result\":{result}"));
}
