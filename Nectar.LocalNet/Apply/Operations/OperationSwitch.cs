using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Apply.Operations;

/// <summary>From an operation's kind to the file that knows it.</summary>
internal static class OperationSwitch
{
    /// <summary>What is wrong with a classic operation whatever the ledger holds; null where nothing is.</summary>
    public static OperationResultTr? Check(OperationBody body, PublicKey source) => body switch
    {
        OperationBody.CreateAccount(var o) => CreateAccountOperation.Check(o, source) is { } r ? new OperationResultTr.CreateAccount(r) : null,
        OperationBody.Payment(var o) => PaymentOperation.Check(o) is { } r ? new OperationResultTr.Payment(r) : null,
        OperationBody.ChangeTrust(var o) => ChangeTrustOperation.Check(o, source) is { } r ? new OperationResultTr.ChangeTrust(r) : null,
        OperationBody.SetOptions(var o) => SetOptionsOperation.Check(o, source) is { } r ? new OperationResultTr.SetOptions(r) : null,
        OperationBody.ManageData(var o) => ManageDataOperation.Check(o) is { } r ? new OperationResultTr.ManageData(r) : null,
        OperationBody.AccountMerge(var o) => AccountMergeOperation.Check(o, source) is { } r ? new OperationResultTr.AccountMerge(r) : null,
        OperationBody.BumpSequence(var o) => BumpSequenceOperation.Check(o) is { } r ? new OperationResultTr.BumpSequence(r) : null,
        OperationBody.SetTrustLineFlags(var o) =>
            SetTrustLineFlagsOperation.Check(o, source) is { } r ? new OperationResultTr.SetTrustLineFlags(r) : null,
        OperationBody.AllowTrust(var o) => AllowTrustOperation.Check(o, source) is { } r ? new OperationResultTr.AllowTrust(r) : null,
        OperationBody.Clawback(var o) => ClawbackOperation.Check(o, source) is { } r ? new OperationResultTr.Clawback(r) : null,
        _ => null,
    };

    /// <summary>Carries a classic operation out in its scope.</summary>
    public static OperationResult Apply(OperationBody body, OperationScope scope) => body switch
    {
        OperationBody.CreateAccount(var o) => Inner(new OperationResultTr.CreateAccount(CreateAccountOperation.Apply(o, scope))),
        OperationBody.Payment(var o) => Inner(new OperationResultTr.Payment(PaymentOperation.Apply(o, scope))),
        OperationBody.ChangeTrust(var o) => Inner(ChangeTrustOperation.Apply(o, scope) is { } r ? new OperationResultTr.ChangeTrust(r) : null),
        OperationBody.SetOptions(var o) => Inner(SetOptionsOperation.Apply(o, scope) is { } r ? new OperationResultTr.SetOptions(r) : null),
        OperationBody.ManageData(var o) => Inner(ManageDataOperation.Apply(o, scope) is { } r ? new OperationResultTr.ManageData(r) : null),
        OperationBody.AccountMerge(var o) => Inner(new OperationResultTr.AccountMerge(AccountMergeOperation.Apply(o, scope))),
        OperationBody.BumpSequence(var o) => Inner(new OperationResultTr.BumpSequence(BumpSequenceOperation.Apply(o, scope))),
        OperationBody.SetTrustLineFlags(var o) => Inner(new OperationResultTr.SetTrustLineFlags(SetTrustLineFlagsOperation.Apply(o, scope))),
        OperationBody.AllowTrust(var o) => Inner(new OperationResultTr.AllowTrust(AllowTrustOperation.Apply(o, scope))),
        OperationBody.Clawback(var o) => Inner(new OperationResultTr.Clawback(ClawbackOperation.Apply(o, scope))),
        _ => OperationResult.OpNotSupported.Instance,
    };

    /// <summary>Whether the operation did what it is for.</summary>
    public static bool IsSuccess(OperationResult result) => result is OperationResult.OpInner(var inner) && inner switch
    {
        OperationResultTr.CreateAccount(var r) => r is CreateAccountResult.Success,
        OperationResultTr.Payment(var r) => r is PaymentResult.Success,
        OperationResultTr.ChangeTrust(var r) => r is ChangeTrustResult.Success,
        OperationResultTr.SetOptions(var r) => r is SetOptionsResult.Success,
        OperationResultTr.ManageData(var r) => r is ManageDataResult.Success,
        OperationResultTr.AccountMerge(var r) => r is AccountMergeResult.Success,
        OperationResultTr.BumpSequence(var r) => r is BumpSequenceResult.Success,
        OperationResultTr.SetTrustLineFlags(var r) => r is SetTrustLineFlagsResult.Success,
        OperationResultTr.AllowTrust(var r) => r is AllowTrustResult.Success,
        OperationResultTr.Clawback(var r) => r is ClawbackResult.Success,
        OperationResultTr.InvokeHostFunction(var r) => r is InvokeHostFunctionResult.Success,
        OperationResultTr.ExtendFootprintTtl(var r) => r is ExtendFootprintTTLResult.Success,
        OperationResultTr.RestoreFootprint(var r) => r is RestoreFootprintResult.Success,
        _ => false,
    };

    private static OperationResult Inner(OperationResultTr? result) =>
        result is null ? OperationResult.OpTooManySubentries.Instance : new OperationResult.OpInner(result);
}
