using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Closing;

namespace Nectar.Tests.LocalNet.Http;

public sealed class JsonRpcEndpointTests(ServedNetwork network) : IClassFixture<ServedNetwork>
{
    private const int MaxBody = 512 * 1024;

    [Theory]
    [InlineData("/")]
    [InlineData("/rpc")]
    [InlineData("/soroban/rpc")]
    public async Task It_answers_at_the_paths_where_clients_look_for_it(string path)
    {
        using var answer = await SendAsync(HttpMethod.Post, path, Json("""{"jsonrpc":"2.0","id":"a","method":"getNetwork"}"""));

        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("""{"jsonrpc":"2.0","id":"a","result":{"friendbotUrl":"http://localhost:""", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Other_methods_than_POST_are_not_allowed(string method)
    {
        using var answer = await SendAsync(new HttpMethod(method), "/rpc", null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        await network.AssertServesAsync();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Other_content_than_JSON_is_not_read(string? type)
    {
        var content = new ByteArrayContent("""{"jsonrpc":"2.0","id":1,"method":"getHealth"}"""u8.ToArray());
        content.Headers.ContentType = type is null ? null : System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        using var answer = await SendAsync(HttpMethod.Post, "/rpc", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal($"the content type is '{type}'; it must be application/json\n", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await network.AssertServesAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_may_have_512_KiB_and_no_byte_more(bool isChunked)
    {
        using var largest = await SendAsync(HttpMethod.Post, "/rpc", Body(MaxBody));
        Assert.Equal(HttpStatusCode.OK, largest.StatusCode);
        using var larger = await SendAsync(HttpMethod.Post, "/rpc", Body(MaxBody + 1));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, larger.StatusCode);
        using var huge = await SendAsync(HttpMethod.Post, "/rpc", Body(64 << 20));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.StatusCode);
        await network.AssertServesAsync();

        HttpContent Body(int length)
        {
            var body = new byte[length];
            body.AsSpan().Fill((byte)' ');
            """{"jsonrpc":"2.0","id":1,"method":"getHealth"}"""u8.CopyTo(body);
            HttpContent content = isChunked ? new StreamContent(new OfUnknownLength(body)) : new ByteArrayContent(body);
            content.Headers.ContentType = new("application/json");
            return content;
        }
    }

    [Fact]
    public async Task A_state_of_more_than_that_is_loaded_by_itself_but_not_in_a_batch()
    {
        var wasm = File.ReadAllBytes(Support.Repository.PathOf("contracts/wasm/nectar_vault.wasm"));
        var ledger = network.Application.Services.Network;
        var state = Enumerable.Range(0, 10).Aggregate(ledger.Latest.State, (s, i) => s.With(Code([.. wasm, (byte)i])));
        await ledger.LoadStateAsync(StateDump.Write(ledger.Latest with { State = state }), TestContext.Current.CancellationToken);
        var dump = (await network.CallAsync("localnet_dumpState")).Result!.Value.GetProperty("state").GetString()!;
        Assert.True(dump.Length > MaxBody);

        var load = $$$"""{"jsonrpc":"2.0","id":1,"method":"localnet_loadState","params":{"state":"{{{dump}}}"}}""";
        Assert.Equal(ledger.Latest.Sequence, (await network.AnswerAsync(load)).GetProperty("result").GetProperty("latestLedger").GetUInt32());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await network.PostAsync(Encoding.UTF8.GetBytes($"[{load}]"))).Status);

        static LedgerEntry Code(byte[] code) => new(
            1,
            new LedgerEntryData.ContractCode(new ContractCodeEntry(ContractCodeEntryExt.V0.Instance, new Hash(SHA256.HashData(code)), new XdrBytes(code))),
            LedgerEntryExt.V0.Instance);
    }

    [Theory]
    [InlineData("", "the body is not JSON")]
    [InlineData("{", "the body is not JSON")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"getHealth"}}""", "the body is not JSON")]
    public async Task What_is_no_JSON_is_a_parse_error(string body, string message)
    {
        var error = (await network.AnswerAsync(body)).GetProperty("error");

        Assert.Equal(-32700, error.GetProperty("code").GetInt32());
        Assert.Contains(message, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        await network.AssertServesAsync();
    }

    [Theory]
    [InlineData(65)]
    [InlineData(200_000)]
    public async Task JSON_of_more_than_64_levels_is_a_parse_error(int depth)
    {
        var deep = new string('[', depth - 1) + new string(']', depth - 1);
        var answer = await network.AnswerAsync($$"""{"jsonrpc":"2.0","id":1,"method":"getHealth","params":{{deep}}}""");

        Assert.Equal(-32700, answer.GetProperty("error").GetProperty("code").GetInt32());
        await network.AssertServesAsync();
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_a_parse_error()
    {
        var (status, text) = await network.PostAsync([.. "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""u8, 0xC3, 0x28, .. "\"}"u8]);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\"code\":-32", text, StringComparison.Ordinal);
        Assert.DoesNotContain("-32603", text, StringComparison.Ordinal);
        await network.AssertServesAsync();
    }

    [Theory]
    [InlineData("null", "null is no request; it must be an object", "null")]
    [InlineData("5", "5 is no request; it must be an object", "null")]
    [InlineData("\"getHealth\"", "'getHealth' is no request; it must be an object", "null")]
    [InlineData("""{"id":3,"method":"getHealth"}""", "jsonrpc must be '2.0'", "3")]
    [InlineData("""{"jsonrpc":2.0,"id":3,"method":"getHealth"}""", "jsonrpc must be '2.0'", "3")]
    [InlineData("""{"jsonrpc":"2.0","id":"x","method":5}""", "method is missing or no string", "\"x\"")]
    [InlineData("""{"jsonrpc":"2.0","id":"x"}""", "method is missing or no string", "\"x\"")]
    [InlineData("""{"jsonrpc":"2.0","id":{},"method":"getHealth"}""", "id is an object; it must be a string or a number", "null")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"getHealth","params":5}""", "params are 5; they must be an object", "1")]
    public async Task What_is_no_request_is_refused_with_its_id(string body, string message, string id)
    {
        var answer = await network.AnswerAsync(body);

        Assert.Equal(id, answer.GetProperty("id").GetRawText());
        Assert.Equal((-32600, message), (answer.GetProperty("error").GetProperty("code").GetInt32(), answer.GetProperty("error").GetProperty("message").GetString()));
        await network.AssertServesAsync();
    }

    [Theory]
    [InlineData("getNothing")]
    [InlineData("gethealth")]
    [InlineData("rpc.serverInfo")]
    [InlineData("")]
    public async Task A_method_that_is_not_there_is_said_not_to_be(string method)
    {
        Assert.Equal((null, -32601, $"there is no method '{method}'"), await network.CallAsync(method));
        await network.AssertServesAsync();
    }

    [Fact]
    public async Task Notifications_get_no_content()
    {
        Assert.Equal((HttpStatusCode.NoContent, ""), await network.PostAsync("""{"jsonrpc":"2.0","method":"getHealth"}"""u8.ToArray()));
        Assert.Equal((HttpStatusCode.NoContent, ""), await network.PostAsync("""[{"jsonrpc":"2.0","method":"getHealth"},{"jsonrpc":"2.0","method":"nothing"}]"""u8.ToArray()));
    }

    [Fact]
    public async Task A_batch_is_answered_item_by_item_and_one_bad_item_spoils_no_other()
    {
        var answers = await network.AnswerAsync("""
            [{"jsonrpc":"2.0","id":1,"method":"getHealth"},{"jsonrpc":"2.0","method":"getHealth"},7,{"jsonrpc":"2.0","id":2,"method":"x"},{"jsonrpc":"2.0","id":3,"method":"getNetwork"}]
            """);

        Assert.Equal(["1", "null", "2", "3"], answers.EnumerateArray().Select(a => a.GetProperty("id").GetRawText()));
        Assert.Equal([0, -32600, -32601, 0], answers.EnumerateArray().Select(a => a.TryGetProperty("error", out var error) ? error.GetProperty("code").GetInt32() : 0));
        Assert.Equal(-32600, (await network.AnswerAsync("[]")).GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_full_body_of_small_requests_is_answered_whole()
    {
        const string one = """{"jsonrpc":"2.0","id":1,"method":"getLatestLedger"}""";
        var count = MaxBody / (one.Length + 1);
        var answers = await network.AnswerAsync($"[{string.Join(',', Enumerable.Repeat(one, count - 1))}]");

        Assert.Equal(count - 1, answers.GetArrayLength());
        Assert.All(answers.EnumerateArray(), a => Assert.Equal(JsonValueKind.Object, a.GetProperty("result").ValueKind));
        await network.AssertServesAsync();
    }

    [Fact]
    public async Task Pages_of_every_origin_may_call()
    {
        using var asked = new HttpRequestMessage(HttpMethod.Options, new Uri("/rpc", UriKind.Relative));
        asked.Headers.Add("Origin", "https://page.example");
        asked.Headers.Add("Access-Control-Request-Method", "POST");
        asked.Headers.Add("Access-Control-Request-Headers", "content-type,x-client-name");
        using var preflight = await network.Http.SendAsync(asked, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal(["*"], preflight.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(["GET, POST, OPTIONS"], preflight.Headers.GetValues("Access-Control-Allow-Methods"));
        Assert.Equal(["content-type,x-client-name"], preflight.Headers.GetValues("Access-Control-Allow-Headers"));

        using var call = await SendAsync(HttpMethod.Post, "/rpc", Json("""{"jsonrpc":"2.0","id":1,"method":"getHealth"}"""));
        Assert.Equal(["*"], call.Headers.GetValues("Access-Control-Allow-Origin"));
        using var refused = await SendAsync(HttpMethod.Post, "/rpc", new StringContent("{}", Encoding.UTF8, "text/plain"));
        Assert.Equal(["*"], refused.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = content;
        return await network.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A stream that does not say how long it is, so that it is sent in chunks.</summary>
    private sealed class OfUnknownLength(byte[] body) : MemoryStream(body)
    {
        public override bool CanSeek => false;
    }
}
