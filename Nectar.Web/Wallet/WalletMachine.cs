namespace Nectar.Web.Wallet;

/// <summary>From what is known of a wallet to where its visitor stands. Pure.</summary>
public static class WalletMachine
{
    /// <summary>The first thing that is missing, in the order in which a person can mend it.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="passphrase">The network of this page.</param>
    public static WalletState StateOf(WalletFacts facts, string passphrase) => facts switch
    {
        { IsAsked: false } => new WalletState.Disconnected(),
        { Fault: { } fault } => new WalletState.Faulted(fault),
        { IsInstalled: null } => new WalletState.Looking(),
        { IsInstalled: false } => new WalletState.NotInstalled(),
        { IsAllowed: false } => new WalletState.NotAllowed(),
        { IsAllowed: null } or { Account: null } => new WalletState.Looking(),
        { Passphrase: { } actual } when actual != passphrase => new WalletState.WrongNetwork(passphrase, actual),
        { Passphrase: null } => new WalletState.Looking(),
        { Account: { } account, Holdings: null } => new WalletState.Reading(account),
        { Account: { } account, Holdings.Exists: false } => new WalletState.Unfunded(account),
        { Account: { } account, Holdings: { HasTrustline: false } holdings } => new WalletState.NoTrustline(account, holdings),
        { Account: { } account, Holdings: { } holdings } => new WalletState.Ready(account, holdings),
    };
}
