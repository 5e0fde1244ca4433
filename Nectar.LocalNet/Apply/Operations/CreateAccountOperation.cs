using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply.Accounts;

namespace Nectar.LocalNet.Apply.Operations;

/// <summary>Makes an account, with lumens of the source's.</summary>
internal static class CreateAccountOperation
{
    public static CreateAccountResult? Check(CreateAccountOp op, PublicKey source) =>
        op.StartingBalance < 0 || op.Destination == source ? CreateAccountResult.Malformed.Instance : null;

    public static CreateAccountResult Apply(CreateAccountOp op, OperationScope scope)
    {
        if (scope.Find(op.Destination) is not null)
        {
            return CreateAccountResult.AlreadyExist.Instance;
        }

        var account = New(op.Destination, op.StartingBalance, SequenceNumbers.StartingIn(scope.Ledger.Sequence));
        if (AccountSums.Available(account, scope.Ledger) < 0)
        {
            return CreateAccountResult.LowReserve.Instance;
        }

        if (AccountSums.Add(scope.SourceAccount, -op.StartingBalance, scope.Ledger) is not { } source)
        {
            return CreateAccountResult.Underfunded.Instance;
        }

        scope.Put(source);
        scope.Put(account);
        scope.EmitMovement(Asset.Native.Instance, scope.Source, MuxedAccount.From(op.Destination.ToAccountId()), op.StartingBalance);
        return CreateAccountResult.Success.Instance;
    }

    private static AccountEntry New(PublicKey name, long balance, long sequence) => new(
        name, balance, sequence, 0, null, 0, string.Empty, new Thresholds([1, 0, 0, 0]), [], AccountEntryExt.V0.Instance);
}
