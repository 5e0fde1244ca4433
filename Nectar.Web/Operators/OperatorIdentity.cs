using System.Security.Claims;
using Nectar.Core.Operators;
using Nectar.Core.Units;

namespace Nectar.Web.Operators;

/// <summary>Somebody who has signed in, as the cookie carries them; a cookie is worth no more than the configuration of now.</summary>
internal static class OperatorIdentity
{
    /// <summary>The scheme of the cookie.</summary>
    public const string Scheme = "operator";

    /// <summary>The cookie.</summary>
    public const string Cookie = "nectar-operator";

    private const string KeyClaim = "nectar-key";

    /// <summary>Somebody with a key.</summary>
    /// <param name="name">What it is called in the audit log.</param>
    /// <param name="fingerprint">The key's.</param>
    public static ClaimsPrincipal OfKey(string name, string fingerprint) => Of(name, new Claim(KeyClaim, fingerprint));

    /// <summary>Somebody with an account.</summary>
    public static ClaimsPrincipal OfAccount(AccountId account) => Of(account.ToString());

    /// <summary>Who it is, for the audit log.</summary>
    public static string NameOf(ClaimsPrincipal user) => user.Identity?.Name ?? "";

    /// <summary>Their role as it is configured now; null for whoever is not signed in, or no longer may.</summary>
    public static OperatorRole? RoleOf(ClaimsPrincipal? user, OperatorSettings settings) => user?.FindFirst(KeyClaim) is { } key
        ? settings.RoleOfKey(key.Value)
        : settings.RoleOfAccount(user?.Identity?.Name);

    private static ClaimsPrincipal Of(string name, params Claim[] more) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, name), new Claim(ClaimTypes.Name, name), .. more], Scheme));
}
