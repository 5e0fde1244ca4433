using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Connections;
using Nectar.Web.History;

namespace Nectar.Web.Live;

/// <summary>This room's services and its hub.</summary>
internal static class LiveServices
{
    /// <summary>Where all hubs are.</summary>
    public const string HubsPath = "/hubs";

    /// <summary>Adds what the live parts of pages and API read.</summary>
    /// <param name="services">The services.</param>
    /// <param name="maxClients">How many clients may hold a live connection, by kind.</param>
    public static IServiceCollection AddNectarLive(this IServiceCollection services, int maxClients)
    {
        services.AddSingleton(new LiveClients(new ClientLimit(maxClients), new ClientLimit(maxClients)));
        services.AddSingleton<NetworkStart>();
        services.AddSingleton<KeeperBoard>();
        services.AddSingleton<VaultHistory>();
        services.AddSingleton<DepositorBook>();
        services.AddSingleton<IVaultReader, VaultReader>();
        services.AddSingleton<XlmReader>();
        services.AddSingleton<SignsOfLife>();
        services.AddSingleton<VaultWatch>();
        services.AddHostedService(p => p.GetRequiredService<VaultWatch>());
        services.AddHostedService<PositionRecorder>();
        // The log's hub alone: circuits rely on one call at a time.
        services.AddSignalR().AddHubOptions<LogHub>(o => o.MaximumParallelInvocationsPerClient = 2)
            .AddJsonProtocol(o => o.PayloadSerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase)));
        return services;
    }

    /// <summary>Maps <c>/hubs/log</c>. A client of any hub beyond the limit is answered 503.</summary>
    public static void MapNectarLive(this WebApplication app)
    {
        var clients = app.Services.GetRequiredService<LiveClients>().Hub;
        app.Use(async (context, next) =>
        {
            // The request that carries the connection lasts as long as the connection; negotiation is another one.
            // Routing takes a path with a slash at its end for the same.
            if (!context.Request.Path.StartsWithSegments(HubsPath) || HttpMethods.IsPost(context.Request.Method))
            {
                await next(context);
                return;
            }

            using var place = clients.TryEnter();
            await (place is null ? ClientLimit.RefuseAsync(context) : next(context));
        });
        app.MapHub<LogHub>($"{HubsPath}/log", o => o.Transports = HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents);
    }
}
