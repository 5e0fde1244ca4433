using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply.Accounts;

namespace Nectar.LocalNet.Apply.Operations;

/// <summary>Pays lumens or an issued asset. What is wrong with the receiver is told before what is wrong with the sender.</summary>
internal static class PaymentOperation
{
    public static PaymentResult? Check(PaymentOp op) =>
        op.Amount <= 0 || !TrustLines.IsValid(op.Asset) ? PaymentResult.Malformed.Instance : null;

    public static PaymentResult Apply(PaymentOp op, OperationScope scope)
    {
        var to = PublicKey.From(op.Destination.ToAccountId());
        var toSelf = op.Asset is Asset.Native && to == scope.Source;
        if (!toSelf && (Receive(op, to, scope) ?? Send(op, scope)) is { } failure)
        {
            return failure;
        }

        scope.EmitMovement(op.Asset, scope.Source, op.Destination, op.Amount);
        return PaymentResult.Success.Instance;
    }

    private static PaymentResult? Receive(PaymentOp op, PublicKey to, OperationScope scope)
    {
        var issuer = TrustLines.IssuerOf(op.Asset);
        if (to == issuer)
        {
            // What comes back to its issuer is burnt, even where the issuer has no account any more.
            return null;
        }

        if (scope.Find(to) is not { } account)
        {
            return PaymentResult.NoDestination.Instance;
        }

        return issuer is null ? ReceiveNative(op, account, scope) : ReceiveCredit(op, to, scope);
    }

    private static PaymentResult.LineFull? ReceiveNative(PaymentOp op, AccountEntry account, OperationScope scope)
    {
        if (AccountSums.Add(account, op.Amount, scope.Ledger) is not { } changed)
        {
            return PaymentResult.LineFull.Instance;
        }

        scope.Put(changed);
        return null;
    }

    private static PaymentResult? ReceiveCredit(PaymentOp op, PublicKey to, OperationScope scope)
    {
        if (scope.FindLine(to, TrustLines.LineOf(op.Asset)) is not { } line)
        {
            return PaymentResult.NoTrust.Instance;
        }

        if (!TrustLines.IsAuthorized(line))
        {
            return PaymentResult.NotAuthorized.Instance;
        }

        if (TrustLines.Add(line, op.Amount) is not { } changed)
        {
            return PaymentResult.LineFull.Instance;
        }

        scope.Put(changed);
        return null;
    }

    private static PaymentResult? Send(PaymentOp op, OperationScope scope)
    {
        var issuer = TrustLines.IssuerOf(op.Asset);
        if (issuer == scope.Source)
        {
            return null;
        }

        return issuer is null ? SendNative(op, scope) : SendCredit(op, scope);
    }

    private static PaymentResult.Underfunded? SendNative(PaymentOp op, OperationScope scope)
    {
        if (AccountSums.Add(scope.SourceAccount, -op.Amount, scope.Ledger) is not { } changed)
        {
            return PaymentResult.Underfunded.Instance;
        }

        scope.Put(changed);
        return null;
    }

    private static PaymentResult? SendCredit(PaymentOp op, OperationScope scope)
    {
        if (scope.FindLine(scope.Source, TrustLines.LineOf(op.Asset)) is not { } line)
        {
            return PaymentResult.SrcNoTrust.Instance;
        }

        if (!TrustLines.IsAuthorized(line))
        {
            return PaymentResult.SrcNotAuthorized.Instance;
        }

        if (TrustLines.Add(line, -op.Amount) is not { } changed)
        {
            return PaymentResult.Underfunded.Instance;
        }

        scope.Put(changed);
        return null;
    }
}
