using System.Reflection;
using Nectar.Core.Soroban.Rpc;

namespace Nectar.Tests.Web.Demo;

/// <summary>A network's server that counts what was handed in through it, so that a test closes a ledger once all who race have sent.</summary>
public class CountingServer : DispatchProxy
{
    private ISorobanServer? inner;
    private int sent;

    /// <summary>How many transactions were taken so far.</summary>
    public int Sent => Volatile.Read(ref sent);

    /// <summary>Puts one before a server; the count is the same object's.</summary>
    public static (ISorobanServer Server, CountingServer Count) Before(ISorobanServer inner)
    {
        var server = Create<ISorobanServer, CountingServer>();
        var count = (CountingServer)server;
        count.inner = inner;
        return (server, count);
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var answer = targetMethod!.Invoke(inner, args);
        return answer is Task<RpcResult<SendTransactionResult>> sending ? CountAsync(sending) : answer;
    }

    private async Task<RpcResult<SendTransactionResult>> CountAsync(Task<RpcResult<SendTransactionResult>> sending)
    {
        var answer = await sending;
        Interlocked.Increment(ref sent);
        return answer;
    }
}
