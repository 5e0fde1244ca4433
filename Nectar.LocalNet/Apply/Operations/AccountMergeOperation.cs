using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply.Accounts;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Apply.Operations;

/// <summary>Removes the source account and gives its lumens to another.</summary>
internal static class AccountMergeOperation
{
    public static AccountMergeResult? Check(MuxedAccount destination, PublicKey source) =>
        PublicKey.From(destination.ToAccountId()) == source ? AccountMergeResult.Malformed.Instance : null;

    public static AccountMergeResult Apply(MuxedAccount destination, OperationScope scope)
    {
        var source = scope.SourceAccount;
        if (scope.Find(PublicKey.From(destination.ToAccountId())) is not { } receiver)
        {
            return AccountMergeResult.NoAccount.Instance;
        }

        if ((source.Flags & (uint)AccountFlags.ImmutableFlag) != 0)
        {
            return AccountMergeResult.ImmutableSet.Instance;
        }

        if (source.NumSubEntries != source.Signers.Count)
        {
            return AccountMergeResult.HasSubEntries.Instance;
        }

        if (source.SeqNum >= SequenceNumbers.StartingIn(scope.Ledger.Sequence))
        {
            // Created again in this ledger, the account would take sequence numbers that it had used.
            return AccountMergeResult.SeqnumTooFar.Instance;
        }

        if (AccountSums.NumSponsoring(source) != 0)
        {
            return AccountMergeResult.IsSponsor.Instance;
        }

        if (AccountSums.Add(receiver, source.Balance, scope.Ledger) is not { } changed)
        {
            return AccountMergeResult.DestFull.Instance;
        }

        scope.Put(changed);
        scope.Draft.Remove(LedgerKeys.Account(source.AccountId));
        scope.EmitMovement(Asset.Native.Instance, scope.Source, destination, source.Balance);
        return new AccountMergeResult.Success(source.Balance);
    }
}
