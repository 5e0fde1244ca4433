using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply.Accounts;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Apply.Operations;

/// <summary>Writes or removes a named value of the source's.</summary>
internal static class ManageDataOperation
{
    public static ManageDataResult? Check(ManageDataOp op) =>
        op.DataName.Length < 1 || !ProtocolText.IsValid(op.DataName) ? ManageDataResult.InvalidName.Instance : null;

    /// <summary>Null: the account has too many entries, which is no result of this operation but of any.</summary>
    public static ManageDataResult? Apply(ManageDataOp op, OperationScope scope)
    {
        var key = LedgerKeys.Data(scope.Source, op.DataName);
        var exists = scope.Draft.State.Find(key) is not null;
        if (op.DataValue is not { } value)
        {
            return exists ? Remove(key, scope) : ManageDataResult.NameNotFound.Instance;
        }

        if (!exists)
        {
            switch (Subentries.TryAdd(scope.SourceAccount, scope.Ledger, out var account))
            {
                case Subentries.Answer.LowReserve:
                    return ManageDataResult.LowReserve.Instance;
                case Subentries.Answer.TooMany:
                    return null;
            }

            scope.Put(account);
        }

        scope.Draft.Put(new LedgerEntryData.Data(new DataEntry(scope.Source, op.DataName, value, DataEntryExt.V0.Instance)));
        return ManageDataResult.Success.Instance;
    }

    private static ManageDataResult.Success Remove(LedgerKey key, OperationScope scope)
    {
        scope.Draft.Remove(key);
        scope.Put(Subentries.Remove(scope.SourceAccount));
        return ManageDataResult.Success.Instance;
    }
}
