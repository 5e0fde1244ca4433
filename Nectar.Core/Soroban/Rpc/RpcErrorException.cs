namespace Nectar.Core.Soroban.Rpc;

/// <summary>A JSON-RPC error where the caller could not go on without a result.</summary>
public sealed class RpcErrorException(RpcError error) : Exception($"JSON-RPC error {error.Code}: {error.Message}")
{
    /// <summary>The error.</summary>
    public RpcError Error { get; } = error;
}
