using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply.Accounts;

namespace Nectar.LocalNet.Apply.Operations;

/// <summary>Changes flags, thresholds, signers, home domain of the source account.</summary>
internal static class SetOptionsOperation
{
    private const uint MaxWeight = 255;
    private const uint AllFlags = (uint)(AccountFlags.RequiredFlag | AccountFlags.RevocableFlag | AccountFlags.ImmutableFlag | AccountFlags.ClawbackEnabledFlag);

    public static SetOptionsResult? Check(SetOptionsOp op, PublicKey source)
    {
        var (set, clear) = (op.SetFlags ?? 0, op.ClearFlags ?? 0);
        if (((set | clear) & ~AllFlags) != 0)
        {
            return SetOptionsResult.UnknownFlag.Instance;
        }

        if ((set & clear) != 0)
        {
            return SetOptionsResult.BadFlags.Instance;
        }

        if (new[] { op.MasterWeight, op.LowThreshold, op.MedThreshold, op.HighThreshold }.Any(t => t > MaxWeight))
        {
            return SetOptionsResult.ThresholdOutOfRange.Instance;
        }

        if (op.Signer is { } signer && !IsSigner(signer, source))
        {
            return SetOptionsResult.BadSigner.Instance;
        }

        return op.HomeDomain is { } domain && !ProtocolText.IsValid(domain) ? SetOptionsResult.InvalidHomeDomain.Instance : null;
    }

    /// <summary>Null: the account has too many entries, which is no result of this operation but of any.</summary>
    public static SetOptionsResult? Apply(SetOptionsOp op, OperationScope scope)
    {
        var account = scope.SourceAccount;
        if (op.InflationDest is { } destination)
        {
            if (scope.Find(destination) is null)
            {
                return SetOptionsResult.InvalidInflation.Instance;
            }

            account = account with { InflationDest = destination };
        }

        if (ChangeFlags(op, ref account) is { } failure)
        {
            return failure;
        }

        account = account with { Thresholds = ThresholdsOf(op, account), HomeDomain = op.HomeDomain ?? account.HomeDomain };
        if (op.Signer is { } signer)
        {
            var answer = ChangeSigner(signer, scope, ref account);
            if (answer is not SetOptionsResult.Success)
            {
                return answer;
            }
        }

        scope.Put(account);
        return SetOptionsResult.Success.Instance;
    }

    private static bool IsSigner(Signer signer, PublicKey source) =>
        signer.Weight <= MaxWeight
        && signer.Key != SignatureChecker.MasterKeyOf(source)
        && signer.Key is not SignerKey.Ed25519SignedPayload({ Payload.Length: 0 });

    private static SetOptionsResult? ChangeFlags(SetOptionsOp op, ref AccountEntry account)
    {
        var (set, clear) = (op.SetFlags ?? 0, op.ClearFlags ?? 0);
        if ((set | clear) != 0 && (account.Flags & (uint)AccountFlags.ImmutableFlag) != 0)
        {
            return SetOptionsResult.CantChange.Instance;
        }

        account = account with { Flags = (account.Flags & ~clear) | set };
        var takesBack = (account.Flags & (uint)AccountFlags.ClawbackEnabledFlag) != 0;
        var revokes = (account.Flags & (uint)AccountFlags.RevocableFlag) != 0;
        return takesBack && !revokes ? SetOptionsResult.AuthRevocableRequired.Instance : null;
    }

    private static Thresholds ThresholdsOf(SetOptionsOp op, AccountEntry account)
    {
        var old = account.Thresholds.Span;
        return new Thresholds(
        [
            (byte)(op.MasterWeight ?? old[0]),
            (byte)(op.LowThreshold ?? old[1]),
            (byte)(op.MedThreshold ?? old[2]),
            (byte)(op.HighThreshold ?? old[3]),
        ]);
    }

    private static SetOptionsResult? ChangeSigner(Signer signer, OperationScope scope, ref AccountEntry account)
    {
        var place = Signers.IndexOf(account, signer.Key);
        if (place >= 0)
        {
            account = signer.Weight == 0 ? Signers.RemoveAt(account, place) : Signers.Reweigh(account, place, signer.Weight);
            return SetOptionsResult.Success.Instance;
        }

        if (signer.Weight == 0)
        {
            return SetOptionsResult.Success.Instance;
        }

        if (account.Signers.Count >= Signers.Limit)
        {
            return SetOptionsResult.TooManySigners.Instance;
        }

        var answer = Subentries.TryAdd(account, scope.Ledger, out account);
        if (answer != Subentries.Answer.Added)
        {
            return answer == Subentries.Answer.LowReserve ? SetOptionsResult.LowReserve.Instance : null;
        }

        account = Signers.Insert(account, signer);
        return SetOptionsResult.Success.Instance;
    }
}
