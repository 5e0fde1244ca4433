using System.Globalization;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Units;

namespace Nectar.Core.Operators;

/// <summary>What an account signs to prove that it is there: a text for this host, this account and this moment alone.</summary>
/// <param name="Nonce">A random text, given once.</param>
/// <param name="Account">Who is to sign.</param>
/// <param name="Host">The host that asks, so that a signature for another site is worth nothing here.</param>
/// <param name="Issued">When it was given.</param>
/// <param name="Expires">Until when it counts.</param>
public sealed record SignInChallenge(string Nonce, AccountId Account, string Host, DateTimeOffset Issued, DateTimeOffset Expires)
{
    /// <summary>The text to sign. It moves no funds, and says so.</summary>
    public string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        Sign in to the Nectar operator console. This moves no funds.
        host: {Host}
        account: {Account}
        nonce: {Nonce}
        issued: {Issued.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}
        expires: {Expires.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}
        """).ReplaceLineEndings("\n");

    /// <summary>Judges an answer.</summary>
    /// <param name="issued">The challenge of the nonce that came back; null where it was never given, or has been answered before.</param>
    /// <param name="account">Who says that they signed.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="operators">Who may sign in.</param>
    /// <param name="now">Now.</param>
    public static SignInVerdict Judge(
        SignInChallenge? issued, AccountId account, ReadOnlySpan<byte> signature, IReadOnlyCollection<AccountId> operators, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(operators);
        return issued switch
        {
            null => new SignInVerdict.Refused("this challenge was not given here, or has been answered before: begin anew"),
            _ when now > issued.Expires => new SignInVerdict.Refused("the challenge has expired: begin anew"),
            _ when issued.Account != account => new SignInVerdict.Refused("the challenge was given to another account"),
            _ when !SignedMessage.Verify(account, issued.Text, signature) => new SignInVerdict.Refused("the signature is not the account's over this challenge"),
            _ when !operators.Contains(account) => new SignInVerdict.Refused($"{account} is not among NECTAR_VIEWER_ACCOUNTS, NECTAR_OPERATOR_ACCOUNTS or NECTAR_ADMIN_ACCOUNTS"),
            _ => new SignInVerdict.Accepted(account),
        };
    }
}
