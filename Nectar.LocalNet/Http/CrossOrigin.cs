using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Nectar.LocalNet.Http;

/// <summary>
/// Lets pages of any origin call the endpoints of a group, as the Stellar servers do. It is part of the endpoints, so
/// that a host need not put a middleware into its pipeline, which would open its other pages too.
/// </summary>
internal static class CrossOrigin
{
    private const string Methods = "GET, POST, OPTIONS";
    private const string MaxAgeSeconds = "600";

    /// <summary>Opens the endpoints of a group.</summary>
    public static RouteGroupBuilder OpenToAllOrigins(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
            return next(context);
        });
        return group;
    }

    /// <summary>Answers the question that a browser asks before it sends.</summary>
    public static void MapPreflight(this IEndpointRouteBuilder endpoints, string path) =>
        endpoints.MapMethods(path, [HttpMethods.Options], (HttpContext http) =>
        {
            var headers = http.Response.Headers;
            headers.AccessControlAllowMethods = Methods;
            headers.AccessControlAllowHeaders = http.Request.Headers.AccessControlRequestHeaders is { Count: > 0 } asked ? asked : "*";
            headers.AccessControlMaxAge = MaxAgeSeconds;
            return Results.NoContent();
        });
}
