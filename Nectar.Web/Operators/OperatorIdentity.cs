using System.Security.Claims;
using Nectar.Core.Units;

namespace Nectar.Web.Operators;

/// <summary>An operator who has signed in, as the cookie carries them; a cookie is worth no more than the configuration of now.</summary>
internal static class OperatorIdentity
{
    /// <summary>The scheme of the cookie.</summary>
    public const string Scheme = "operator";

    /// <summary>The policy of whatever changes something.</summary>
    public const string Policy = "operator";

    private const string KeyClaim = "nectar-key";

    /// <summary>Somebody with the key.</summary>
    public static ClaimsPrincipal OfKey(string fingerprint) => Of("operator key", new Claim(KeyClaim, fingerprint));

    /// <summary>Somebody with an account.</summary>
    public static ClaimsPrincipal OfAccount(AccountId account) => Of(account.ToString());

    /// <summary>Who it is, for the audit log.</summary>
    public static string NameOf(ClaimsPrincipal user) => user.Identity?.Name ?? "";

    /// <summary>Whether the key is still the one, or the account still on the list.</summary>
    public static bool IsValid(ClaimsPrincipal? user, OperatorSettings settings) => user?.FindFirst(KeyClaim) is { } key
        ? settings.Key?.Fingerprint == key.Value
        : settings.Accounts.Any(a => a.ToString() == user?.Identity?.Name);

    private static ClaimsPrincipal Of(string name, params Claim[] more) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, name), new Claim(ClaimTypes.Name, name), .. more], Scheme));
}
