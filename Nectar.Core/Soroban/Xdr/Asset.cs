using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Xdr;

public abstract partial record Asset
{
    /// <summary>An issued asset: a code of 1 to 12 letters and digits, and its issuer.</summary>
    /// <exception cref="XdrException">The code is something else.</exception>
    public static Asset Credit(string code, AccountId issuer)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length is < 1 or > 12 || !code.All(char.IsAsciiLetterOrDigit))
        {
            throw new XdrException(nameof(Asset), $"'{code}' is not an asset code: 1 to 12 of a-z, A-Z and 0-9");
        }

        return code.Length <= AssetCode4.Size
            ? new CreditAlphanum4(new AlphaNum4(AssetCode4.Parse(code), PublicKey.From(issuer)))
            : new CreditAlphanum12(new AlphaNum12(AssetCode12.Parse(code), PublicKey.From(issuer)));
    }

    /// <summary>Reads the canonical form of SEP-11: <c>native</c> or <c>CODE:ISSUER</c>.</summary>
    /// <exception cref="XdrException">It is neither.</exception>
    public static Asset ParseCanonical(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(':') switch
        {
            ["native"] => Native.Instance,
            [var code, var issuer] => Credit(code, PublicKey.Parse(issuer).ToAccountId()),
            _ => throw new XdrException(nameof(Asset), $"'{text}' is not 'native' or 'CODE:ISSUER'"),
        };
    }

    /// <summary>The canonical form of SEP-11, as the asset contract's events carry it.</summary>
    public string ToCanonicalString() => this switch
    {
        CreditAlphanum4(var asset) => $"{asset.AssetCode}:{asset.Issuer}",
        CreditAlphanum12(var asset) => $"{asset.AssetCode}:{asset.Issuer}",
        _ => "native",
    };
}
