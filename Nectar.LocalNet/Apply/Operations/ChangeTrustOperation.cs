using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply.Accounts;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Apply.Operations;

/// <summary>Opens, changes or closes the source's trust line to an issued asset.</summary>
internal static class ChangeTrustOperation
{
    public static ChangeTrustResult? Check(ChangeTrustOp op, PublicKey source) =>
        op.Limit < 0
        || TrustLines.AssetOf(op.Line) is not { } asset
        || TrustLines.IssuerOf(asset) is not { } issuer
        || issuer == source
        || !TrustLines.IsValid(asset)
            ? ChangeTrustResult.Malformed.Instance
            : null;

    /// <summary>Null: the account has too many entries, which is no result of this operation but of any.</summary>
    public static ChangeTrustResult? Apply(ChangeTrustOp op, OperationScope scope)
    {
        var asset = TrustLines.AssetOf(op.Line)!;
        var line = scope.FindLine(scope.Source, TrustLines.LineOf(asset));
        return line is null ? Open(op.Limit, asset, scope) : Change(op.Limit, asset, line, scope);
    }

    private static ChangeTrustResult? Open(long limit, Asset asset, OperationScope scope)
    {
        if (limit == 0)
        {
            return ChangeTrustResult.InvalidLimit.Instance;
        }

        if (scope.Find(TrustLines.IssuerOf(asset)!) is not { } issuer)
        {
            return ChangeTrustResult.NoIssuer.Instance;
        }

        switch (Subentries.TryAdd(scope.SourceAccount, scope.Ledger, out var account))
        {
            case Subentries.Answer.LowReserve:
                return ChangeTrustResult.LowReserve.Instance;
            case Subentries.Answer.TooMany:
                return null;
        }

        scope.Put(account);
        scope.Put(new TrustLineEntry(scope.Source, TrustLines.LineOf(asset), 0, limit, FlagsBy(issuer), TrustLineEntryExt.V0.Instance));
        return ChangeTrustResult.Success.Instance;
    }

    private static ChangeTrustResult Change(long limit, Asset asset, TrustLineEntry line, OperationScope scope)
    {
        if (limit < (Int128)line.Balance + TrustLines.LiabilitiesOf(line).Buying)
        {
            return ChangeTrustResult.InvalidLimit.Instance;
        }

        if (limit == 0)
        {
            scope.Draft.Remove(LedgerKeys.TrustLine(line.AccountId, line.Asset));
            scope.Put(Subentries.Remove(scope.SourceAccount));
            return ChangeTrustResult.Success.Instance;
        }

        if (scope.Find(TrustLines.IssuerOf(asset)!) is null)
        {
            return ChangeTrustResult.NoIssuer.Instance;
        }

        scope.Put(line with { Limit = limit });
        return ChangeTrustResult.Success.Instance;
    }

    private static uint FlagsBy(AccountEntry issuer)
    {
        var asks = (issuer.Flags & (uint)AccountFlags.RequiredFlag) != 0;
        var takesBack = (issuer.Flags & (uint)AccountFlags.ClawbackEnabledFlag) != 0;
        return (asks ? 0 : (uint)TrustLineFlags.AuthorizedFlag) | (takesBack ? (uint)TrustLineFlags.TrustlineClawbackEnabledFlag : 0);
    }
}
