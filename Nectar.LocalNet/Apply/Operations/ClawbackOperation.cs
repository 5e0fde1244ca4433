using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply.Accounts;

namespace Nectar.LocalNet.Apply.Operations;

/// <summary>Takes back what the source issued.</summary>
internal static class ClawbackOperation
{
    public static ClawbackResult? Check(ClawbackOp op, PublicKey source) =>
        op.Amount <= 0
        || !TrustLines.IsValid(op.Asset)
        || TrustLines.IssuerOf(op.Asset) != source
        || PublicKey.From(op.From.ToAccountId()) == source
            ? ClawbackResult.Malformed.Instance
            : null;

    public static ClawbackResult Apply(ClawbackOp op, OperationScope scope)
    {
        var from = PublicKey.From(op.From.ToAccountId());
        if (scope.FindLine(from, TrustLines.LineOf(op.Asset)) is not { } line)
        {
            return ClawbackResult.NoTrust.Instance;
        }

        if ((line.Flags & (uint)TrustLineFlags.TrustlineClawbackEnabledFlag) == 0)
        {
            return ClawbackResult.NotClawbackEnabled.Instance;
        }

        if (TrustLines.Add(line, -op.Amount) is not { } changed)
        {
            return ClawbackResult.Underfunded.Instance;
        }

        scope.Put(changed);
        scope.Events.Add(ClassicEvents.Clawback(scope.Ledger.Network, op.Asset, from, op.Amount));
        return ClawbackResult.Success.Instance;
    }
}
