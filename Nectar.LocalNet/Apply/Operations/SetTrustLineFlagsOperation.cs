using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply.Accounts;

namespace Nectar.LocalNet.Apply.Operations;

/// <summary>Sets and clears flags of a line to the source's asset.</summary>
internal static class SetTrustLineFlagsOperation
{
    public static SetTrustLineFlagsResult? Check(SetTrustLineFlagsOp op, PublicKey source) =>
        !TrustLines.IsValid(op.Asset)
        || TrustLines.IssuerOf(op.Asset) != source
        || op.Trustor == source
        || (op.SetFlags & op.ClearFlags) != 0
        || (op.SetFlags & ~TrustLines.AuthFlags) != 0
        || (op.ClearFlags & ~TrustLines.AllFlags) != 0
        || !LineAuthorization.IsConsistent(op.SetFlags)
            ? SetTrustLineFlagsResult.Malformed.Instance
            : null;

    public static SetTrustLineFlagsResult Apply(SetTrustLineFlagsOp op, OperationScope scope)
    {
        var revokes = (op.ClearFlags & TrustLines.AuthFlags) != 0;
        return LineAuthorization.Change(op.Asset, op.Trustor, op.ClearFlags, op.SetFlags, revokes, scope) switch
        {
            LineAuthorization.Answer.NoTrustLine => SetTrustLineFlagsResult.NoTrustLine.Instance,
            LineAuthorization.Answer.CannotRevoke => SetTrustLineFlagsResult.CantRevoke.Instance,
            LineAuthorization.Answer.InvalidState => SetTrustLineFlagsResult.InvalidState.Instance,
            _ => SetTrustLineFlagsResult.Success.Instance,
        };
    }
}
