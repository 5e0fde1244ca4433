namespace Nectar.Core.Soroban.Xdr;

public abstract partial record AssetCode
{
    /// <summary>Reads a code of at most 12 characters, escaped as in SEP-51: up to four make the short form.</summary>
    /// <exception cref="XdrException">It is longer, or escaped wrongly.</exception>
    public static AssetCode Parse(string text) =>
        XdrEscape.Unescape(text, nameof(AssetCode)).Length <= AssetCode4.Size
            ? new CreditAlphanum4(AssetCode4.Parse(text))
            : new CreditAlphanum12(AssetCode12.Parse(text));

    /// <summary>The code, escaped as in SEP-51.</summary>
    public sealed override string ToString() => this switch
    {
        CreditAlphanum4(var code) => code.ToString(),
        CreditAlphanum12(var code) => code.ToString(),
        _ => throw new XdrException(nameof(AssetCode), $"{Discriminant} is not a known value"),
    };
}
