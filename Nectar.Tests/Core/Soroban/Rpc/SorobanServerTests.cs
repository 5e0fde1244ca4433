using System.Net;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Soroban.Rpc;

public sealed class SorobanServerTests : IDisposable
{
    private readonly ScriptedServer scripted = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ISorobanServer Server => scripted.Server;

    private ScriptedRpc Rpc => scripted.Rpc;

    public void Dispose() => scripted.Dispose();

    [Fact]
    public async Task An_error_is_a_value_with_code_message_and_data()
    {
        Rpc.On("getHealth", _ => RpcReply.Raw("""
            "error":{"code":-32603,"message":"data stores are not initialized","data":{"lag":9}}
            """));

        var answer = Assert.IsType<RpcResult<GetHealthResult>.Failed>(await Server.GetHealthAsync(Cancel));

        Assert.Equal((RpcError.InternalError, "data stores are not initialized"), (answer.Error.Code, answer.Error.Message));
        Assert.Equal(9, answer.Error.Data!.Value.GetProperty("lag").GetInt32());
        Assert.Equal("JSON-RPC error -32603: data stores are not initialized", Assert.Throws<RpcErrorException>(() => answer.ValueOrThrow()).Message);
    }

    [Fact]
    public async Task A_read_is_asked_again_at_the_other_server_until_one_answers()
    {
        Rpc.On("getNetwork", _ => RpcReply.Http(HttpStatusCode.ServiceUnavailable), _ => RpcReply.Lost, _ => RpcReply.Raw("""
            "result":{"passphrase":"Standalone Network ; February 2017","protocolVersion":28}
            """));

        var network = (await scripted.Drive(Server.GetNetworkAsync(Cancel))).ValueOrThrow();

        Assert.Equal(("Standalone Network ; February 2017", 28u, null), (network.Passphrase, network.ProtocolVersion, network.FriendbotUrl));
        Assert.Equal(["first.example", "second.example", "first.example"], Rpc.Requests.Select(r => r.Url.Host));
    }

    [Fact]
    public async Task A_read_that_nobody_answers_ends_as_a_transport_error()
    {
        Rpc.On("getNetwork", [.. Enumerable.Repeat<Func<System.Text.Json.JsonElement, RpcReply>>(_ => RpcReply.Lost, 99)]);

        var error = await Assert.ThrowsAsync<RpcTransportException>(() => scripted.Drive(Server.GetNetworkAsync(Cancel)));

        Assert.Equal("getNetwork: the connection was reset", error.Message);
        Assert.Equal(5, Rpc.Requests.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(default(HttpStatusCode))]
    public async Task A_send_is_never_repeated_whatever_happens(HttpStatusCode status)
    {
        Rpc.On("sendTransaction", _ => status == default ? RpcReply.Lost : RpcReply.Http(status));

        await Assert.ThrowsAsync<RpcTransportException>(() => scripted.Drive(Server.SendTransactionAsync(Envelope(), Cancel)));

        Assert.Equal(1, Rpc.Count("sendTransaction"));
    }

    [Fact]
    public async Task A_server_that_failed_is_left_for_the_next_send_too()
    {
        Rpc.On("sendTransaction", _ => RpcReply.Lost);

        await Assert.ThrowsAsync<RpcTransportException>(() => scripted.Drive(Server.SendTransactionAsync(Envelope(), Cancel)));
        await scripted.Drive(Server.SendTransactionAsync(Envelope(), Cancel));

        Assert.Equal(["first.example", "second.example"], Rpc.Requests.Select(r => r.Url.Host));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"jsonrpc":"2.0","id":77777,"result":{"passphrase":"x","protocolVersion":28}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":<id>}""")]
    [InlineData("""{"jsonrpc":"2.0","id":<id>,"result":{"passphrase":"x"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":<id>,"result":{"passphrase":5,"protocolVersion":28}}""")]
    public async Task What_is_no_answer_to_the_question_is_a_transport_error(string body)
    {
        Rpc.On("getNetwork", _ => RpcReply.Http(HttpStatusCode.OK, body));

        var error = await Assert.ThrowsAsync<RpcTransportException>(() => Server.GetNetworkAsync(Cancel));

        Assert.StartsWith("getNetwork: the answer is not JSON-RPC: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Xdr_that_does_not_decode_is_a_transport_error_that_names_the_type()
    {
        Rpc.On("getLedgerEntries", _ => RpcReply.Raw("""
            "result":{"entries":[{"key":"AAAA","xdr":"AAAA","lastModifiedLedgerSeq":1}],"latestLedger":1}
            """));

        var error = await Assert.ThrowsAsync<RpcTransportException>(() => Server.GetLedgerEntriesAsync([], Cancel));

        Assert.Contains("LedgerEntryType: 4 bytes needed, 3 left at offset 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_that_gives_up_sees_its_own_cancellation()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Server.GetNetworkAsync(source.Token));
    }

    [Fact]
    public async Task Nulls_are_left_out_of_requests_and_names_are_the_protocols()
    {
        await Server.GetEventsAsync(
            new GetEventsRequest
            {
                StartLedger = new LedgerNumber(5),
                Filters = [new EventFilter { Type = "contract", ContractIds = ["C"], Topics = [["*", "**"]] }],
                Pagination = new Pagination(Limit: 10),
            },
            Cancel);

        Assert.Equal(
            """{"startLedger":5,"filters":[{"type":"contract","contractIds":["C"],"topics":[["*","**"]]}],"pagination":{"limit":10}}""",
            Rpc.Requests.Single().Params.GetRawText());
    }

    private static TransactionEnvelope Envelope()
    {
        using var key = KeyPair.Random();
        return new TransactionBuilder(MuxedAccount.From(key.AccountId), 1, Network.Standalone)
            .Add(Operations.RestoreFootprint()).ValidUntil(new LedgerNumber(5)).Build().Sign(key).ToEnvelope();
    }
}
