using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Nectar.Tests.Support;

/// <summary>One answer of a scripted server.</summary>
internal sealed record RpcReply(HttpStatusCode Status, string? Frame, bool ConnectionLost = false)
{
    /// <summary>The connection breaks before any answer.</summary>
    public static RpcReply Lost { get; } = new(default, null, ConnectionLost: true);

    public static RpcReply Result<T>(T result, JsonTypeInfo<T> type) => Raw($"\"result\":{JsonSerializer.Serialize(result, type)}");

    public static RpcReply Raw(string member) => new(HttpStatusCode.OK, $"{{\"jsonrpc\":\"2.0\",\"id\":<id>,{member}}}");

    public static RpcReply Error(int code, string message) => Raw($"\"error\":{{\"code\":{code},\"message\":\"{message}\"}}");

    public static RpcReply Http(HttpStatusCode status, string body = "") => new(status, body);

    public HttpResponseMessage ToResponse(int id) =>
        ConnectionLost
            ? throw new HttpRequestException("the connection was reset")
            : new HttpResponseMessage(Status)
            {
                Content = new StringContent(Frame!.Replace("<id>", id.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal), Encoding.UTF8, "application/json"),
            };
}
