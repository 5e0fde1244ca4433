using Microsoft.Extensions.Logging;
using Nectar.LocalNet.Closing;
using Nectar.LocalNet.Rpc;

namespace Nectar.LocalNet.Http;

/// <summary>What stands before a network: its RPC server in process and over JSON, its own methods, friendbot.</summary>
public sealed class LocalNetServices
{
    /// <summary>Wires them.</summary>
    public LocalNetServices(LocalNetwork network, ILoggerFactory loggers)
    {
        Network = network;
        Server = new InProcessServer(network);
        var methods = new RpcMethods(Server, new NetworkControl(network));
        Methods = [.. methods.Names];
        JsonRpc = new JsonRpcServer(methods, loggers.CreateLogger<JsonRpcServer>());
        Friendbot = new Friendbot(network, Server);
    }

    /// <summary>The network.</summary>
    public LocalNetwork Network { get; }

    /// <summary>Its RPC server in this process.</summary>
    public InProcessServer Server { get; }

    /// <summary>The same behind JSON-RPC.</summary>
    public JsonRpcServer JsonRpc { get; }

    /// <summary>The names of all methods.</summary>
    public IReadOnlyList<string> Methods { get; }

    /// <summary>Who gives coins.</summary>
    public Friendbot Friendbot { get; }
}
