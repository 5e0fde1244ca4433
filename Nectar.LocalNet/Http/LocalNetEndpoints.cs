using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nectar.LocalNet.Http.Horizon;

namespace Nectar.LocalNet.Http;

/// <summary>Puts a network behind the paths at which clients look for one.</summary>
public static class LocalNetEndpoints
{
    private static readonly string[] rpcPaths = ["/rpc", "/soroban/rpc"];

    /// <summary>
    /// Maps JSON-RPC to <c>/rpc</c> and <c>/soroban/rpc</c>, and friendbot to <c>/friendbot</c>, open to pages of all origins.
    /// </summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <param name="services">The network's services.</param>
    /// <param name="atRoot">Whether JSON-RPC also answers at <c>/</c>, and the part of Horizon that wallets need stands beside
    /// it, where a host has nothing else there.</param>
    public static void MapLocalNet(this IEndpointRouteBuilder endpoints, LocalNetServices services, bool atRoot = false)
    {
        ArgumentNullException.ThrowIfNull(services);
        var open = endpoints.MapGroup("").OpenToAllOrigins();
        foreach (var path in atRoot ? [.. rpcPaths, "/"] : rpcPaths)
        {
            open.MapPost(path, (HttpContext http) => JsonRpcEndpoint.AnswerAsync(http, services.JsonRpc));
            open.MapPreflight(path);
        }

        open.MapMethods("/friendbot", [HttpMethods.Get, HttpMethods.Post], (Delegate)FriendbotAsync);
        open.MapPreflight("/friendbot");

        if (atRoot)
        {
            new HorizonEndpoints(services).Map(open);
        }

        Task<IResult> FriendbotAsync(HttpContext http) => FriendbotEndpoint.AnswerAsync(http, services.Friendbot);
    }
}
