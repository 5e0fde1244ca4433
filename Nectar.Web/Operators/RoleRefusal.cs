using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Nectar.Web.Operators;

/// <summary>Says which role is needed to whoever has a lesser one (403) or none (401). Forms are the only way to act: there is nowhere to be sent to.</summary>
internal sealed class RoleRefusal(OperatorSettings settings) : IAuthorizationMiddlewareResultHandler
{
    /// <inheritdoc/>
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        var needed = RoleWords.Of(policy.Requirements.OfType<RoleRequirement>().Max(r => r.Role));
        var role = OperatorIdentity.RoleOf(context.User, settings);
        context.Response.StatusCode = role is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"Not done: this needs the role {needed}, and {(role is { } has ? $"you are signed in as {RoleWords.Of(has)}" : "nobody is signed in")}.", context.RequestAborted);
    }
}
