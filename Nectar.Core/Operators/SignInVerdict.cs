using Nectar.Core.Units;

namespace Nectar.Core.Operators;

/// <summary>Whether somebody may sign in. There is no other way.</summary>
public abstract record SignInVerdict
{
    private SignInVerdict()
    {
    }

    /// <summary>They may.</summary>
    /// <param name="Account">As whom.</param>
    public sealed record Accepted(AccountId Account) : SignInVerdict;

    /// <summary>They may not.</summary>
    /// <param name="Reason">Why, for people.</param>
    public sealed record Refused(string Reason) : SignInVerdict;
}
