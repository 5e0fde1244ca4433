using Nectar.Core.Operators;

namespace Nectar.Web.Operators;

/// <summary>Roles in words.</summary>
internal static class RoleWords
{
    /// <summary>A role's name, as <c>viewer</c>.</summary>
    public static string Of(OperatorRole role) => role.ToString().ToLowerInvariant();

    /// <summary>What somebody of a role may do, and what they may not.</summary>
    public static string Rights(OperatorRole role) => role switch
    {
        OperatorRole.Viewer => "You see where alerts go, what became of them, and the audit log; acting on keepers needs an operator, setting alerts an admin.",
        OperatorRole.Operator => "You act on keepers and try targets of alerts; setting alerts needs an admin.",
        OperatorRole.Admin => "You act on keepers, and set and silence alerts.",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "a role without words"),
    };
}
