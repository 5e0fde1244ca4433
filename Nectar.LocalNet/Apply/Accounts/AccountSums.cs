using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Apply.Accounts;

/// <summary>What an account has, owes and must keep, in stroops.</summary>
internal static class AccountSums
{
    /// <summary>The balance that must stay: two reserves, and one for each entry and each sponsorship.</summary>
    public static long MinBalance(AccountEntry account, LedgerContext ledger) =>
        (2L + account.NumSubEntries + NumSponsoring(account) - NumSponsored(account)) * ledger.BaseReserve;

    /// <summary>What may be spent; below zero where the account has less than it must keep.</summary>
    public static long Available(AccountEntry account, LedgerContext ledger) =>
        account.Balance - MinBalance(account, ledger) - LiabilitiesOf(account).Selling;

    /// <summary>The account with that much more; null where it cannot hold it, or where too little would stay.</summary>
    public static AccountEntry? Add(AccountEntry account, long delta, LedgerContext ledger)
    {
        var balance = (Int128)account.Balance + delta;
        if (balance < 0 || balance > long.MaxValue - LiabilitiesOf(account).Buying)
        {
            return null;
        }

        return delta < 0 && Available(account, ledger) < -delta ? null : account with { Balance = (long)balance };
    }

    public static uint NumSponsoring(AccountEntry account) => Second(account)?.NumSponsoring ?? 0;

    public static uint NumSponsored(AccountEntry account) => Second(account)?.NumSponsored ?? 0;

    public static Liabilities LiabilitiesOf(AccountEntry account) =>
        account.Ext is AccountEntryExt.V1(var v1) ? v1.Liabilities : new Liabilities(0, 0);

    public static AccountEntryExtensionV2? Second(AccountEntry account) =>
        account.Ext is AccountEntryExt.V1({ Ext: AccountEntryExtensionV1Ext.V2(var v2) }) ? v2 : null;

    public static AccountEntryExtensionV3? Third(AccountEntry account) =>
        Second(account)?.Ext is AccountEntryExtensionV2Ext.V3(var v3) ? v3 : null;

    /// <summary>The account with this second extension.</summary>
    public static AccountEntry With(AccountEntry account, AccountEntryExtensionV2 second) => account with
    {
        Ext = new AccountEntryExt.V1(new AccountEntryExtensionV1(LiabilitiesOf(account), new AccountEntryExtensionV1Ext.V2(second))),
    };
}
