using Microsoft.AspNetCore.Authorization;
using Nectar.Core.Operators;
using Nectar.Web.Live;

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
            o.Cookie.Name = OperatorIdentity.Cookie;
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = TimeSpan.FromHours(8);
            o.SlidingExpiration = false;
            o.Events.OnValidatePrincipal = context =>
            {
                if (OperatorIdentity.RoleOf(context.Principal, settings) is null)
                {
                    context.RejectPrincipal();
                }

                return Task.CompletedTask;
            };
        });
        services.AddAntiforgery(o => o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddSingleton<IAuthorizationHandler, RoleHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RoleRefusal>();
        var policies = services.AddAuthorizationBuilder();
        foreach (var role in Enum.GetValues<OperatorRole>())
        {
            policies.AddPolicy(RoleWords.Of(role), p => p.AddRequirements(new RoleRequirement(role)));
        }

        services.AddAddressLimit(SignInEndpoints.Limit, AttemptsInAMinute);
        return services;
    }

    /// <summary>Maps sign-in and actions. Forms carry a token against requests forged by other sites; one without it is refused.</summary>
    public static void MapNectarOperators(this IEndpointRouteBuilder routes)
    {
        SignInEndpoints.Map(routes);
        ActionEndpoints.Map(routes);
    }

    /// <summary>Lets nobody through who has not the role, or one that may do more.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder endpoint, OperatorRole role)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(RoleWords.Of(role));
}
