using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Nectar.Core.Journal;
using Nectar.Core.Operators;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Units;

namespace Nectar.Web.Operators;

/// <summary>Signing in by key or by a signed message, and out. Attempts are limited and, where they fail, written to the audit log.</summary>
internal sealed class SignInEndpoints(OperatorSettings settings, ChallengeBook challenges, NoticeBook notices, OperatorJournal journal, IAntiforgery antiforgery, TimeProvider time)
{
    /// <summary>The policy that limits attempts.</summary>
    public const string Limit = "sign-in";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/console/sign-in", (SignInEndpoints e, HttpContext context, [FromForm] string? key) => e.ByKeyAsync(context, key)).RequireRateLimiting(Limit);
        routes.MapPost("/console/challenge", (SignInEndpoints e, HttpContext context, [FromForm] string? account) => e.Challenge(context, account)).RequireRateLimiting(Limit);
        routes.MapPost("/console/sign-in/account", (SignInEndpoints e, HttpContext context, [FromForm] string? account, [FromForm] string? nonce, [FromForm] string? signature) =>
            e.ByAccountAsync(context, account, nonce, signature)).RequireRateLimiting(Limit);
        routes.MapPost("/console/sign-out", (SignInEndpoints e, HttpContext context) => e.SignOutAsync(context)).RequireRole(OperatorRole.Viewer);
    }

    private async Task<IResult> ByKeyAsync(HttpContext context, string? key)
    {
        if (!settings.HasKey)
        {
            return await RefuseAsync(context, "no key is configured");
        }

        return settings.Match(key?.Trim()) is var (name, known)
            ? await AcceptAsync(context, OperatorIdentity.OfKey(name, known.Fingerprint))
            : await RefuseAsync(context, "that is not the key");
    }

    private IResult Challenge(HttpContext context, string? account)
    {
        if (settings.Accounts.Count == 0)
        {
            return TypedResults.Json(new { error = "no account is configured to sign in with" }, statusCode: StatusCodes.Status403Forbidden);
        }

        if (ParseAccount(account) is not { } who)
        {
            return TypedResults.Json(new { error = "that is no account: G… of 56 characters is needed" }, statusCode: StatusCodes.Status400BadRequest);
        }

        var challenge = challenges.Give(who, context.Request.Host.Value ?? "");
        return TypedResults.Json(new { nonce = challenge.Nonce, account = who.ToString(), text = challenge.Text, digest = Convert.ToBase64String(SignedMessage.Digest(challenge.Text)) });
    }

    private async Task<IResult> ByAccountAsync(HttpContext context, string? account, string? nonce, string? signature)
    {
        if (ParseAccount(account) is not { } who)
        {
            return await RefuseAsync(context, "that is no account: G… of 56 characters is needed");
        }

        var bytes = new byte[64];
        // What is no signature verifies for nobody; the nonce is used up all the same.
        _ = Convert.TryFromBase64String(signature ?? "", bytes, out var length);
        return SignInChallenge.Judge(challenges.Take(nonce ?? ""), who, bytes.AsSpan(0, length), settings.Accounts, time.GetUtcNow()) switch
        {
            SignInVerdict.Accepted(var accepted) => await AcceptAsync(context, OperatorIdentity.OfAccount(accepted)),
            SignInVerdict.Refused(var reason) => await RefuseAsync(context, reason),
            var other => throw new InvalidOperationException($"{other.GetType()} is no verdict"),
        };
    }

    private async Task<IResult> SignOutAsync(HttpContext context)
    {
        // The other forms' values are read under this check; this one has none.
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest();
        }

        await journal.TellAsync(new AuditEntry(time.GetUtcNow(), OperatorIdentity.NameOf(context.User), "sign out", "", "", ""), context.RequestAborted);
        await context.SignOutAsync(OperatorIdentity.Scheme);
        return notices.Show(new Notice("Signed out.", IsProblem: false));
    }

    private async Task<IResult> AcceptAsync(HttpContext context, System.Security.Claims.ClaimsPrincipal user)
    {
        var role = OperatorIdentity.RoleOf(user, settings) is { } has ? RoleWords.Of(has) : throw new InvalidOperationException("somebody without a role was accepted");
        await journal.TellAsync(new AuditEntry(time.GetUtcNow(), OperatorIdentity.NameOf(user), "sign in", "", "", role), context.RequestAborted);
        await context.SignInAsync(OperatorIdentity.Scheme, user);
        return notices.Show(new Notice($"Signed in as {OperatorIdentity.NameOf(user)}, role {role}.", IsProblem: false));
    }

    private async Task<IResult> RefuseAsync(HttpContext context, string reason)
    {
        await journal.TellAsync(new AuditEntry(time.GetUtcNow(), $"somebody at {context.Connection.RemoteIpAddress}", $"sign-in refused: {reason}", "", "", ""), context.RequestAborted);
        return notices.Show(new Notice($"Not signed in: {reason}.", IsProblem: true));
    }

    // A wallet gives a strkey, the practice account the 32 bytes themselves.
    private static AccountId? ParseAccount(string? text)
    {
        var bytes = new byte[32];
        if (text is { Length: 44 } && Convert.TryFromBase64String(text, bytes, out var length) && length == 32)
        {
            return new AccountId(bytes);
        }

        try
        {
            return AccountId.Parse(text ?? "");
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
