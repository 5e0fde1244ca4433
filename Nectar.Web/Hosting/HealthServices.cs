using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Nectar.Web.Hosting;

/// <summary><c>/healthz</c>: whether this process should live on. <c>/readyz</c>: whether it does its work.</summary>
internal static class HealthServices
{
    private const string Lives = "lives";

    public static IServiceCollection AddNectarHealth(this IServiceCollection services)
    {
        // A network that is down is no reason to restart the process; a journal that cannot be read is.
        services.AddHealthChecks()
            .AddCheck<JournalHealthCheck>("journal", tags: [Lives])
            .AddCheck<KeepersHealthCheck>("keepers")
            .AddCheck<VaultHealthCheck>("vault");
        return services;
    }

    public static void MapNectarHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = c => c.Tags.Contains(Lives), ResponseWriter = WriteAsync });
        routes.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(e => e.Key, e => e.Value.Description ?? e.Value.Status.ToString()),
        },
        context.RequestAborted);
}
