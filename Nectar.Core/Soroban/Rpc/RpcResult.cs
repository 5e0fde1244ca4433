namespace Nectar.Core.Soroban.Rpc;

/// <summary>What a server answered: a result, or the JSON-RPC error that stood in its place.</summary>
/// <typeparam name="T">The result.</typeparam>
public abstract record RpcResult<T>
{
    private RpcResult()
    {
    }

    /// <summary>The result.</summary>
    /// <exception cref="RpcErrorException">It is an error.</exception>
    public T ValueOrThrow() => this switch
    {
        Ok(var value) => value,
        Failed(var error) => throw new RpcErrorException(error),
        _ => throw new InvalidOperationException("a third kind of answer"),
    };

    /// <summary>A result.</summary>
    /// <param name="Value">The result.</param>
    public sealed record Ok(T Value) : RpcResult<T>;

    /// <summary>An error.</summary>
    /// <param name="Error">The error.</param>
    public sealed record Failed(RpcError Error) : RpcResult<T>;
}
