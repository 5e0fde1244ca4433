using Nectar.Core.Units;
using Nectar.Web.Advices;

namespace Nectar.Web.Wallet;

/// <summary>All that is known of a wallet and its account. What is null has not been found out.</summary>
public sealed record WalletFacts
{
    /// <summary>Whether somebody asked to connect, or did so before on this page.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Whether the wallet is there.</summary>
    public bool? IsInstalled { get; init; }

    /// <summary>Whether it is unlocked and lets this page see its account.</summary>
    public bool? IsAllowed { get; init; }

    /// <summary>Its account.</summary>
    public AccountId? Account { get; init; }

    /// <summary>The passphrase of the network that it is on.</summary>
    public string? Passphrase { get; init; }

    /// <summary>What the chain says of the account.</summary>
    public Holdings? Holdings { get; init; }

    /// <summary>What went wrong in finding out.</summary>
    public Advice? Fault { get; init; }
}
