using Nectar.Core.Operators;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Operators;

public sealed class SignInChallengeTests
{
    private static readonly SignInChallenge challenge = new("abc", Samples.Alpha, "localhost:8080", Samples.Now, Samples.Now.AddMinutes(5));
    private static readonly AccountId[] operators = [Samples.Alpha];

    [Fact]
    public void The_text_names_host_account_nonce_and_times() => Assert.Equal(
        $"""
        Sign in to the Nectar operator console. This moves no funds.
        host: localhost:8080
        account: {Samples.Alpha}
        nonce: abc
        issued: 2026-11-24T12:00:00Z
        expires: 2026-11-24T12:05:00Z
        """,
        challenge.Text);

    [Fact]
    public void The_accounts_own_signature_is_accepted_up_to_the_last_moment() =>
        Assert.Equal(new SignInVerdict.Accepted(Samples.Alpha), Judge(challenge, at: challenge.Expires));

    [Fact]
    public void A_challenge_that_was_answered_before_is_refused() => Refused("has been answered before", Judge(null));

    [Fact]
    public void One_that_has_expired_is_refused() => Refused("has expired", Judge(challenge, at: challenge.Expires.AddMilliseconds(1)));

    [Fact]
    public void Another_accounts_challenge_is_refused() => Refused("to another account", Judge(challenge with { Account = Samples.Beta }));

    [Fact]
    public void A_signature_over_another_hosts_challenge_is_refused() =>
        Refused("not the account's over this challenge", Judge(challenge, signed: challenge with { Host = "elsewhere" }));

    [Fact]
    public void An_account_that_is_not_on_the_list_is_refused() => Refused("not among NECTAR_VIEWER_ACCOUNTS, NECTAR_OPERATOR_ACCOUNTS or NECTAR_ADMIN_ACCOUNTS", Judge(challenge, list: []));

    private static void Refused(string why, SignInVerdict verdict) => Assert.Contains(why, Assert.IsType<SignInVerdict.Refused>(verdict).Reason, StringComparison.Ordinal);

    private static SignInVerdict Judge(SignInChallenge? issued, SignInChallenge? signed = null, DateTimeOffset? at = null, AccountId[]? list = null) => SignInChallenge.Judge(
        issued, Samples.Alpha, Samples.KeyOf(1).Sign(SignedMessage.Digest((signed ?? issued ?? challenge).Text)), list ?? operators, at ?? Samples.Now);
}
