namespace Nectar.Web.Api;

/// <summary>This room's services and routes.</summary>
internal static class ApiServices
{
    private const string OpenToAll = "api";
    private static readonly string[] original = ["/api/state", "/api/performance", "/api/events"];

    /// <summary>Adds what the routes need.</summary>
    public static IServiceCollection AddNectarApi(this IServiceCollection services)
    {
        services.AddSingleton<Answers>();
        services.AddSingleton<MetricsReader>();
        services.AddSingleton<CircuitCount>();
        services.AddHostedService(p => p.GetRequiredService<CircuitCount>());
        // Reads only and no cookies: any page may ask.
        services.AddCors(o => o.AddPolicy(OpenToAll, p => p.AllowAnyOrigin().WithMethods(HttpMethods.Get, HttpMethods.Options).WithHeaders("Content-Type", "Last-Event-ID")));
        return services;
    }

    /// <summary>Maps all routes.</summary>
    public static void MapNectarApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").RequireCors(OpenToAll);
        api.MapStateApi();
        api.MapPerformanceApi();
        api.MapEventsApi();
        api.MapHistoryApi();
        api.MapCooldownApi();
        api.MapReadApi();
        api.MapDepositorsApi();
        foreach (var path in original)
        {
            // A browser's own question is answered by the policy; the first Nectar answered everybody's so.
            api.MapMethods(path, [HttpMethods.Options], () => TypedResults.NoContent());
        }

        routes.MapMetricsApi();
        routes.MapLogDownloads();
    }
}
