using System.Text.Json;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>A JSON-RPC 2.0 error.</summary>
/// <param name="Code">Which: one of the constants here, or the server's own.</param>
/// <param name="Message">The server's words.</param>
/// <param name="Data">More, if the server says more.</param>
public sealed record RpcError(int Code, string Message, JsonElement? Data = null)
{
    /// <summary>The body is not JSON.</summary>
    public const int ParseError = -32700;

    /// <summary>Not a request; also a ledger or cursor outside of what the server keeps.</summary>
    public const int InvalidRequest = -32600;

    /// <summary>No such method.</summary>
    public const int MethodNotFound = -32601;

    /// <summary>The parameters are wrong.</summary>
    public const int InvalidParams = -32602;

    /// <summary>The server failed.</summary>
    public const int InternalError = -32603;

    /// <summary>The server took too long.</summary>
    public const int Timeout = -32001;
}
