using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Apply.Accounts;

/// <summary>The signers of an account besides its master key: sorted by key, with their sponsors in a list beside.</summary>
internal static class Signers
{
    public const int Limit = 20;

    /// <summary>The place of the key's signer, or −1.</summary>
    public static int IndexOf(AccountEntry account, SignerKey key)
    {
        for (var i = 0; i < account.Signers.Count; i++)
        {
            if (account.Signers[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The account with a new signer; the caller counts it.</summary>
    public static AccountEntry Insert(AccountEntry account, Signer signer)
    {
        var key = signer.Key.ToXdr();
        var place = account.Signers.Count(s => s.Key.ToXdr().AsSpan().SequenceCompareTo(key) < 0);
        return Splice(account, place, list => list.Insert(place, signer), sponsors => sponsors.Insert(place, null));
    }

    /// <summary>The account with another weight for the signer at a place.</summary>
    public static AccountEntry Reweigh(AccountEntry account, int place, uint weight) =>
        Splice(account, place, list => list[place] = list[place] with { Weight = weight }, _ => { });

    /// <summary>The account without the signer at a place, which is no longer counted.</summary>
    public static AccountEntry RemoveAt(AccountEntry account, int place) =>
        Subentries.Remove(Splice(account, place, list => list.RemoveAt(place), sponsors => sponsors.RemoveAt(place)));

    /// <summary>Takes away the signer that was for this one transaction, from all accounts that have it (CAP-3).</summary>
    public static void RemoveOneTime(LedgerDraft draft, Hash contents, IEnumerable<PublicKey> accounts)
    {
        SignerKey key = new SignerKey.PreAuthTx(new Uint256(contents.Span));
        foreach (var name in accounts.Distinct())
        {
            if (draft.State.FindAccount(name) is { } account && IndexOf(account, key) is var place and >= 0)
            {
                draft.Put(new LedgerEntryData.Account(RemoveAt(account, place)));
            }
        }
    }

    private static AccountEntry Splice(AccountEntry account, int place, Action<List<Signer>> edit, Action<List<PublicKey?>> editSponsors)
    {
        var signers = new List<Signer>(account.Signers);
        edit(signers);
        var changed = account with { Signers = signers.ToXdrArray() };
        if (AccountSums.Second(account) is not { } second)
        {
            return changed;
        }

        var sponsors = new List<PublicKey?>(second.SignerSponsoringIDs);
        while (sponsors.Count < account.Signers.Count || sponsors.Count < place)
        {
            sponsors.Add(null);
        }

        editSponsors(sponsors);
        return AccountSums.With(changed, second with { SignerSponsoringIDs = sponsors.ToXdrArray() });
    }
}
