namespace Nectar.Web.Alerting;

/// <summary>This room's services and routes.</summary>
internal static class AlertServices
{
    /// <summary>Adds the rules' watch and what delivers.</summary>
    public static IServiceCollection AddNectarAlerts(this IServiceCollection services, AlertSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<AlertSender>();
        services.AddSingleton<BrowserAlerts>();
        services.AddSingleton<AlertFactsReader>();
        services.AddSingleton<AlertWatch>();
        services.AddHostedService(p => p.GetRequiredService<AlertWatch>());
        services.AddSingleton<AlertEndpoints>();
        services.AddSingleton<AlertPanelSource>();
        return services;
    }

    /// <summary>Maps the routes.</summary>
    public static void MapNectarAlerts(this IEndpointRouteBuilder routes) => AlertEndpoints.Map(routes);
}
