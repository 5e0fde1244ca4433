using Microsoft.AspNetCore.Http.HttpResults;

namespace Nectar.Web.Api;

/// <summary><c>GET /api/performance</c>.</summary>
internal static class PerformanceApi
{
    public static void MapPerformanceApi(this IEndpointRouteBuilder routes) => routes.MapGet("/api/performance", GetAsync);

    private static async Task<JsonHttpResult<PerformanceAnswer>> GetAsync(Answers answers, CancellationToken cancel) =>
        TypedResults.Json(await answers.PerformanceAsync(cancel), OriginalShape.Options);
}
