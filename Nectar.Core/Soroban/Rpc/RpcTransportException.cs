namespace Nectar.Core.Soroban.Rpc;

/// <summary>
/// No answer that can be believed: the connection failed, or what came back is not JSON-RPC. Whether the request was
/// carried out is not known.
/// </summary>
public sealed class RpcTransportException(string method, string problem, Exception? inner = null)
    : Exception($"{method}: {problem}", inner)
{
    /// <summary>The method that was called.</summary>
    public string Method { get; } = method;
}
