using Microsoft.AspNetCore.Http.Connections;
using Nectar.Web.Live;

namespace Nectar.Web.Sandbox;

/// <summary>This room's services and routes.</summary>
internal static class SandboxServices
{
    private const int StartsInAMinute = 6;

    /// <summary>Adds the book of runs.</summary>
    public static IServiceCollection AddNectarSandbox(this IServiceCollection services, SandboxSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<SandboxBook>();
        services.AddAddressLimit(SandboxEndpoints.Limit, StartsInAMinute);
        services.AddSignalR().AddHubOptions<SandboxHub>(o => o.MaximumParallelInvocationsPerClient = 2);
        return services;
    }

    /// <summary>Maps its forms and its hub.</summary>
    public static void MapNectarSandbox(this IEndpointRouteBuilder routes)
    {
        SandboxEndpoints.Map(routes);
        routes.MapHub<SandboxHub>($"{LiveServices.HubsPath}/sandbox", o => o.Transports = HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents);
    }
}
