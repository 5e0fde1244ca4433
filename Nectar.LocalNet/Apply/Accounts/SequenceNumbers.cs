using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Apply.Accounts;

/// <summary>Which sequence numbers come next, and what an account remembers of their use (CAP-21).</summary>
internal static class SequenceNumbers
{
    /// <summary>The sequence number of an account that is created in a ledger; no transaction in that ledger may use it.</summary>
    public static long StartingIn(uint ledger) => (long)ledger << 32;

    /// <summary>The account after it used a sequence number in this ledger.</summary>
    public static AccountEntry Use(AccountEntry account, long sequence, LedgerContext ledger)
    {
        var second = AccountSums.Second(account)
            ?? new AccountEntryExtensionV2(0, 0, Enumerable.Repeat<PublicKey?>(null, account.Signers.Count).ToXdrArray(), AccountEntryExtensionV2Ext.V0.Instance);
        var third = new AccountEntryExtensionV3(ExtensionPoint.V0.Instance, ledger.Sequence, ledger.CloseTime);
        return AccountSums.With(account with { SeqNum = sequence }, second with { Ext = new AccountEntryExtensionV2Ext.V3(third) });
    }

    /// <summary>Whether a transaction may come next.</summary>
    public static bool IsNext(AccountEntry account, TransactionBody tx, uint ledger)
    {
        if (tx.SeqNum == StartingIn(ledger) || account.SeqNum == long.MaxValue)
        {
            return false;
        }

        return tx.Cond is Preconditions.V2({ MinSeqNum: { } least })
            ? account.SeqNum >= least && account.SeqNum < tx.SeqNum
            : account.SeqNum + 1 == tx.SeqNum;
    }

    /// <summary>Whether the account's last use of a sequence number was long enough ago for the transaction.</summary>
    public static bool IsOldEnough(AccountEntry account, TransactionBody tx, LedgerContext ledger)
    {
        if (tx.Cond is not Preconditions.V2(var cond))
        {
            return true;
        }

        var used = AccountSums.Third(account);
        return cond.MinSeqAge <= ledger.CloseTime && ledger.CloseTime - cond.MinSeqAge >= (used?.SeqTime ?? 0)
            && cond.MinSeqLedgerGap <= ledger.Sequence && ledger.Sequence - cond.MinSeqLedgerGap >= (used?.SeqLedger ?? 0);
    }
}
