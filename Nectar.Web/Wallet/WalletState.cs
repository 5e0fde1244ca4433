using Nectar.Core.Units;
using Nectar.Web.Advices;

namespace Nectar.Web.Wallet;

/// <summary>Where a visitor stands with the wallet. There is no other way.</summary>
public abstract record WalletState
{
    private WalletState()
    {
    }

    /// <summary>Nobody asked for a wallet: everything is readable without.</summary>
    public sealed record Disconnected : WalletState;

    /// <summary>It is being looked for.</summary>
    public sealed record Looking : WalletState;

    /// <summary>It is not there.</summary>
    public sealed record NotInstalled : WalletState;

    /// <summary>It is locked, or does not let this page see its account.</summary>
    public sealed record NotAllowed : WalletState;

    /// <summary>It is on another network.</summary>
    /// <param name="Expected">This page's passphrase.</param>
    /// <param name="Actual">The wallet's.</param>
    public sealed record WrongNetwork(string Expected, string Actual) : WalletState;

    /// <summary>Its account is being read from the chain.</summary>
    public sealed record Reading(AccountId Account) : WalletState;

    /// <summary>Its account does not exist yet.</summary>
    public sealed record Unfunded(AccountId Account) : WalletState;

    /// <summary>Its account cannot hold USDC yet.</summary>
    public sealed record NoTrustline(AccountId Account, Holdings Holdings) : WalletState;

    /// <summary>It can deposit and withdraw.</summary>
    public sealed record Ready(AccountId Account, Holdings Holdings) : WalletState;

    /// <summary>It could not be found out.</summary>
    public sealed record Faulted(Advice Advice) : WalletState;

    /// <summary>The account, as far as it is known and usable on this network.</summary>
    public AccountId? AccountOrNull => this switch
    {
        Reading s => s.Account,
        Unfunded s => s.Account,
        NoTrustline s => s.Account,
        Ready s => s.Account,
        _ => null,
    };
}
