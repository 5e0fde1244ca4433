using Microsoft.AspNetCore.Http.HttpResults;
using MudBlazor.Services;

namespace Nectar.Web.Components;

/// <summary>This room's services and pages.</summary>
internal static class ComponentServices
{
    /// <summary>Adds what pages need.</summary>
    public static IServiceCollection AddNectarPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddMudServices();
        services.AddSingleton<HomeSource>();
        // One rendering a second serves everybody who watches.
        services.AddOutputCache(o => o.AddBasePolicy(p => p.NoCache()));
        return services;
    }

    /// <summary>Maps the pages, and their changing parts alone at <c>/live/home</c>.</summary>
    public static void MapNectarPages(this IEndpointRouteBuilder routes)
    {
        routes.MapRazorComponents<App>();
        routes.MapGet("/live/home", GetIslandsAsync).CacheOutput(p => p.Expire(TimeSpan.FromSeconds(1)));
    }

    private static async Task<RazorComponentResult<HomeIslands>> GetIslandsAsync(HomeSource source, CancellationToken cancel) =>
        new(new { Readings = await source.ReadAsync(cancel) });
}
