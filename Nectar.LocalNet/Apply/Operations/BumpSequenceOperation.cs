using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply.Accounts;

namespace Nectar.LocalNet.Apply.Operations;

/// <summary>Moves the source's sequence number forward; back is no failure, and does nothing.</summary>
internal static class BumpSequenceOperation
{
    public static BumpSequenceResult? Check(BumpSequenceOp op) => op.BumpTo < 0 ? BumpSequenceResult.BadSeq.Instance : null;

    public static BumpSequenceResult Apply(BumpSequenceOp op, OperationScope scope)
    {
        var account = scope.SourceAccount;
        if (op.BumpTo > account.SeqNum)
        {
            scope.Put(SequenceNumbers.Use(account, op.BumpTo, scope.Ledger));
        }

        return BumpSequenceResult.Success.Instance;
    }
}
