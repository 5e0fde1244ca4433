using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Apply.Accounts;

/// <summary>Counts what an account owns besides itself: trust lines, data, signers. Each needs a reserve.</summary>
internal static class Subentries
{
    private const uint Limit = 1000;

    /// <summary>What comes of one more.</summary>
    public enum Answer
    {
        Added,
        LowReserve,
        TooMany,
    }

    /// <summary>The account with one more, if it may have it.</summary>
    public static Answer TryAdd(AccountEntry account, LedgerContext ledger, out AccountEntry changed)
    {
        changed = account;
        if (account.NumSubEntries >= Limit)
        {
            return Answer.TooMany;
        }

        if (AccountSums.Available(account, ledger) < ledger.BaseReserve)
        {
            return Answer.LowReserve;
        }

        changed = account with { NumSubEntries = account.NumSubEntries + 1 };
        return Answer.Added;
    }

    /// <summary>The account with one less.</summary>
    public static AccountEntry Remove(AccountEntry account) => account with { NumSubEntries = account.NumSubEntries - 1 };
}
