using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;

namespace Nectar.Web.Operators;

/// <summary>This room's services and routes.</summary>
internal static class OperatorServices
{
    private const int AttemptsInAMinute = 10;

    /// <summary>Adds sign-in and actions.</summary>
    public static IServiceCollection AddNectarOperators(this IServiceCollection services, OperatorSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<ChallengeBook>();
        services.AddSingleton<NoticeBook>();
        services.AddSingleton<KeeperControls>();
        services.AddSingleton<SignInEndpoints>();
        services.AddSingleton<ActionEndpoints>();
        services.AddSingleton<OperateSource>();
        services.AddAuthentication(OperatorIdentity.Scheme).AddCookie(OperatorIdentity.Scheme, o =>
        {
            o.Cookie.Name = "nectar-operator";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = TimeSpan.FromHours(8);
            o.SlidingExpiration = false;
            // Forms are the only way to act: there is nowhere to be sent to.
            o.Events.OnRedirectToLogin = context => Answer(context.Response, StatusCodes.Status401Unauthorized);
            o.Events.OnRedirectToAccessDenied = context => Answer(context.Response, StatusCodes.Status403Forbidden);
            o.Events.OnValidatePrincipal = context =>
            {
                if (!OperatorIdentity.IsValid(context.Principal, settings))
                {
                    context.RejectPrincipal();
                }

                return Task.CompletedTask;
            };
        });
        services.AddAntiforgery(o => o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddAuthorizationBuilder().AddPolicy(OperatorIdentity.Policy, p => p.RequireAuthenticatedUser());
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = async (context, cancel) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 60;
                context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
                await context.HttpContext.Response.WriteAsync($"too many attempts to sign in, try again in {wait} s", cancel);
            };
            o.AddPolicy(SignInEndpoints.Limit, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress ?? IPAddress.None,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = AttemptsInAMinute, Window = TimeSpan.FromMinutes(1) }));
        });
        return services;
    }

    /// <summary>Maps sign-in and actions. Forms carry a token against requests forged by other sites; one without it is refused.</summary>
    public static void MapNectarOperators(this IEndpointRouteBuilder routes)
    {
        SignInEndpoints.Map(routes);
        ActionEndpoints.Map(routes);
    }

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
