namespace Nectar.Web.Api;

/// <summary>This room's services and routes.</summary>
internal static class ApiServices
{
    private const string OpenToAll = "api";

    /// <summary>Adds what the routes need.</summary>
    public static IServiceCollection AddNectarApi(this IServiceCollection services)
    {
        services.AddSingleton<Answers>();
        // Reads only and no cookies: any page may ask.
        services.AddCors(o => o.AddPolicy(OpenToAll, p => p.AllowAnyOrigin().WithMethods("GET").WithHeaders("Content-Type", "Last-Event-ID")));
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
        routes.MapMetricsApi();
        routes.MapLogDownloads();
    }
}
