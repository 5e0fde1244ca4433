namespace Nectar.Web.Api;

/// <summary><c>GET /metrics</c>: all metrics in the text format of Prometheus.</summary>
internal static class MetricsApi
{
    public static void MapMetricsApi(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/metrics", async (MetricsReader reader, CancellationToken cancel) => TypedResults.Text(MetricsText.Of(await reader.ReadAsync(cancel)), MetricsText.ContentType));
}
