using System.Security.Cryptography;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Transactions;

/// <summary>
/// Signs what simulation asks an address to authorize. Entries of the transaction's own source need no signature here;
/// plain addresses, addresses of protocol 27 (the payload names the address) and addresses with delegates do.
/// </summary>
public static class SorobanAuthorization
{
    /// <summary>The address that must sign, or null where the transaction's signature covers it.</summary>
    public static SCAddress? SignerOf(SorobanAuthorizationEntry entry) => AddressCredentials(entry.Credentials)?.Address;

    /// <summary>The SHA-256 that the address and its delegates sign, or null where the transaction's signature covers it.</summary>
    public static Hash? PayloadOf(SorobanAuthorizationEntry entry, Network network)
    {
        if (AddressCredentials(entry.Credentials) is not { } credentials)
        {
            return null;
        }

        HashIDPreimage preimage = entry.Credentials is SorobanCredentials.Address
            ? new HashIDPreimage.SorobanAuthorization(new HashIDPreimageSorobanAuthorization(
                network.Id, credentials.Nonce, credentials.SignatureExpirationLedger, entry.RootInvocation))
            : new HashIDPreimage.SorobanAuthorizationWithAddress(new HashIDPreimageSorobanAuthorizationWithAddress(
                network.Id, credentials.Nonce, credentials.SignatureExpirationLedger, credentials.Address, entry.RootInvocation));
        return new Hash(SHA256.HashData(preimage.ToXdr()));
    }

    /// <summary>The same entry, valid until a ledger. Signatures are over this ledger too: those it had are taken off.</summary>
    public static SorobanAuthorizationEntry ValidUntil(this SorobanAuthorizationEntry entry, LedgerNumber last) =>
        entry with
        {
            Credentials = Changed(
                entry.Credentials,
                c => c with { SignatureExpirationLedger = last.Value, Signature = SCVal.Void.Instance },
                d => d with { Signature = SCVal.Void.Instance }),
        };

    /// <summary>
    /// The same entry with a key's signature for the account that the key is master of, in each place that names the
    /// account: the address itself and its delegates at any depth.
    /// </summary>
    /// <exception cref="InvalidOperationException">The entry asks nothing of this account.</exception>
    public static SorobanAuthorizationEntry Sign(this SorobanAuthorizationEntry entry, KeyPair key, Network network) =>
        entry.Sign(SCAddress.From(key.AccountId), key, network);

    /// <summary>The same entry with a key's signature for an account that has this key among its signers.</summary>
    /// <exception cref="InvalidOperationException">The entry asks nothing of this address.</exception>
    public static SorobanAuthorizationEntry Sign(this SorobanAuthorizationEntry entry, SCAddress address, KeyPair key, Network network)
    {
        var payload = PayloadOf(entry, network) ?? throw Asks(address);
        var signature = key.Sign(payload.Span);
        return entry.WithSignature(address, old => AccountSignature.Add(old, key.AccountId, signature));
    }

    /// <summary>The same entry with the value that a contract account's <c>__check_auth</c> takes as its signature.</summary>
    /// <exception cref="InvalidOperationException">The entry asks nothing of this address.</exception>
    public static SorobanAuthorizationEntry WithSignature(this SorobanAuthorizationEntry entry, SCAddress address, SCVal signature) =>
        entry.WithSignature(address, _ => signature);

    private static SorobanAuthorizationEntry WithSignature(this SorobanAuthorizationEntry entry, SCAddress address, Func<SCVal, SCVal> sign)
    {
        var found = false;
        var credentials = Changed(
            entry.Credentials,
            c => c.Address == address ? c with { Signature = Sign(c.Signature) } : c,
            d => d.Address == address ? d with { Signature = Sign(d.Signature) } : d);
        return found ? entry with { Credentials = credentials } : throw Asks(address);

        SCVal Sign(SCVal old)
        {
            found = true;
            return sign(old);
        }
    }

    private static SorobanCredentials Changed(
        SorobanCredentials credentials,
        Func<SorobanAddressCredentials, SorobanAddressCredentials> change,
        Func<SorobanDelegateSignature, SorobanDelegateSignature> changeDelegate) => credentials switch
        {
            SorobanCredentials.Address(var address) => new SorobanCredentials.Address(change(address)),
            SorobanCredentials.AddressV2(var address) => new SorobanCredentials.AddressV2(change(address)),
            SorobanCredentials.AddressWithDelegates(var all) => new SorobanCredentials.AddressWithDelegates(
                new SorobanAddressCredentialsWithDelegates(change(all.AddressCredentials), Changed(all.Delegates, changeDelegate))),
            _ => credentials,
        };

    private static XdrArray<SorobanDelegateSignature> Changed(
        XdrArray<SorobanDelegateSignature> delegates, Func<SorobanDelegateSignature, SorobanDelegateSignature> change) =>
        delegates.Select(d => change(d with { NestedDelegates = Changed(d.NestedDelegates, change) })).ToXdrArray();

    private static SorobanAddressCredentials? AddressCredentials(SorobanCredentials credentials) => credentials switch
    {
        SorobanCredentials.Address(var address) => address,
        SorobanCredentials.AddressV2(var address) => address,
        SorobanCredentials.AddressWithDelegates(var all) => all.AddressCredentials,
        _ => null,
    };

    private static InvalidOperationException Asks(SCAddress address) => new($"the entry asks for no signature of {address}");
}
