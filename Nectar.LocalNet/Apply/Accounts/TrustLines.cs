using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Apply.Accounts;

/// <summary>Issued assets, and what may be done on a trust line.</summary>
internal static class TrustLines
{
    public const uint AuthFlags = (uint)(TrustLineFlags.AuthorizedFlag | TrustLineFlags.AuthorizedToMaintainLiabilitiesFlag);

    public const uint AllFlags = AuthFlags | (uint)TrustLineFlags.TrustlineClawbackEnabledFlag;

    public static bool IsAuthorized(TrustLineEntry line) => (line.Flags & (uint)TrustLineFlags.AuthorizedFlag) != 0;

    /// <summary>The line with that much more; null where its limit or its balance does not allow it.</summary>
    public static TrustLineEntry? Add(TrustLineEntry line, long delta)
    {
        var owed = LiabilitiesOf(line);
        var balance = (Int128)line.Balance + delta;
        return balance < owed.Selling || balance > (Int128)line.Limit - owed.Buying ? null : line with { Balance = (long)balance };
    }

    public static Liabilities LiabilitiesOf(TrustLineEntry line) =>
        line.Ext is TrustLineEntryExt.V1(var v1) ? v1.Liabilities : new Liabilities(0, 0);

    /// <summary>The issuer; null for the native asset.</summary>
    public static PublicKey? IssuerOf(Asset asset) => asset switch
    {
        Asset.CreditAlphanum4(var a) => a.Issuer,
        Asset.CreditAlphanum12(var a) => a.Issuer,
        _ => null,
    };

    public static TrustLineAsset LineOf(Asset asset) => asset switch
    {
        Asset.CreditAlphanum4(var a) => new TrustLineAsset.CreditAlphanum4(a),
        Asset.CreditAlphanum12(var a) => new TrustLineAsset.CreditAlphanum12(a),
        _ => TrustLineAsset.Native.Instance,
    };

    /// <summary>The asset of a line that is to be trusted; null for shares of a pool.</summary>
    public static Asset? AssetOf(ChangeTrustAsset line) => line switch
    {
        ChangeTrustAsset.CreditAlphanum4(var a) => new Asset.CreditAlphanum4(a),
        ChangeTrustAsset.CreditAlphanum12(var a) => new Asset.CreditAlphanum12(a),
        ChangeTrustAsset.Native => Asset.Native.Instance,
        _ => null,
    };

    /// <summary>Whether the code is 1 to 4, or 5 to 12, letters and digits with zeros behind.</summary>
    public static bool IsValid(Asset asset) => asset switch
    {
        Asset.CreditAlphanum4(var a) => IsCode(a.AssetCode.Span, 1),
        Asset.CreditAlphanum12(var a) => IsCode(a.AssetCode.Span, 5),
        _ => true,
    };

    private static bool IsCode(ReadOnlySpan<byte> code, int least)
    {
        var length = code.TrimEnd((byte)0).Length;
        foreach (var letter in code[..length])
        {
            if (!char.IsAsciiLetterOrDigit((char)letter))
            {
                return false;
            }
        }

        return length >= least;
    }
}
