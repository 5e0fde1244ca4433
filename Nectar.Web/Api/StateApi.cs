using Microsoft.AspNetCore.Http.HttpResults;

namespace Nectar.Web.Api;

/// <summary><c>GET /api/state</c>.</summary>
internal static class StateApi
{
    public static void MapStateApi(this IEndpointRouteBuilder routes) => routes.MapGet("/api/state", GetAsync);

    private static async Task<JsonHttpResult<StateAnswer>> GetAsync(Answers answers, CancellationToken cancel) =>
        TypedResults.Json(await answers.StateAsync(cancel), OriginalShape.Options);
}
