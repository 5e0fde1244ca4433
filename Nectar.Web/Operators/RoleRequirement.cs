using Microsoft.AspNetCore.Authorization;
using Nectar.Core.Operators;

namespace Nectar.Web.Operators;

/// <summary>What an endpoint needs: a role, or one that may do more.</summary>
internal sealed class RoleRequirement(OperatorRole role) : IAuthorizationRequirement
{
    /// <summary>The least role.</summary>
    public OperatorRole Role => role;
}

/// <summary>Judges a requirement by the configuration of now.</summary>
internal sealed class RoleHandler(OperatorSettings settings) : AuthorizationHandler<RoleRequirement>
{
    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        if (OperatorIdentity.RoleOf(context.User, settings) >= requirement.Role)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
