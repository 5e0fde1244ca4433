using Nectar.LocalNet.Http;

namespace Nectar.Web.Hosting;

/// <summary>
/// The embedded network's RPC and friendbot on this application's port, open once the network is: the network takes
/// seconds to start, and routes are fixed before.
/// </summary>
internal sealed class EmbeddedRpc(IServiceProvider services)
{
    private static readonly string[] paths = ["/rpc", "/soroban/rpc", "/friendbot"];
    private volatile RequestDelegate? pipeline;

    /// <summary>Begins to answer.</summary>
    public void Open(LocalNetServices network)
    {
        var branch = new ApplicationBuilder(services);
        branch.UseRouting();
        branch.UseEndpoints(routes => routes.MapLocalNet(network));
        pipeline = branch.Build();
    }

    /// <summary>Answers what is the network's, once it is there.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (pipeline is not { } network || !paths.Contains(context.Request.Path.Value))
        {
            return next(context);
        }

        // The pages' routes have chosen already, that nothing of theirs is there.
        context.SetEndpoint(null);
        return network(context);
    }
}
