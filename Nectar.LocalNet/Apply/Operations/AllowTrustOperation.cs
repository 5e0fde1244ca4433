using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Apply.Accounts;

namespace Nectar.LocalNet.Apply.Operations;

/// <summary>The older way to set how far a line to the source's asset is authorized.</summary>
internal static class AllowTrustOperation
{
    public static AllowTrustResult? Check(AllowTrustOp op, PublicKey source) =>
        op.Trustor == source
        || (op.Authorize & ~TrustLines.AuthFlags) != 0
        || !LineAuthorization.IsConsistent(op.Authorize)
        || !TrustLines.IsValid(AssetOf(op, source))
            ? AllowTrustResult.Malformed.Instance
            : null;

    public static AllowTrustResult Apply(AllowTrustOp op, OperationScope scope)
    {
        var asset = AssetOf(op, scope.Source);
        return LineAuthorization.Change(asset, op.Trustor, TrustLines.AuthFlags, op.Authorize, op.Authorize == 0, scope) switch
        {
            LineAuthorization.Answer.NoTrustLine => AllowTrustResult.NoTrustLine.Instance,
            LineAuthorization.Answer.CannotRevoke => AllowTrustResult.CantRevoke.Instance,
            _ => AllowTrustResult.Success.Instance,
        };
    }

    private static Asset AssetOf(AllowTrustOp op, PublicKey issuer) => op.Asset switch
    {
        AssetCode.CreditAlphanum4(var code) => new Asset.CreditAlphanum4(new AlphaNum4(code, issuer)),
        AssetCode.CreditAlphanum12(var code) => new Asset.CreditAlphanum12(new AlphaNum12(code, issuer)),
        _ => throw new XdrException(nameof(AssetCode), $"{op.Asset.Discriminant} is not a known value"),
    };
}
