using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Xdr;

/// <summary>Strkeys inside JSON: what <see cref="StrKey"/> refuses becomes an error that names the type.</summary>
internal static class XdrStrKey
{
    public static byte[] Payload(StrKeyKind kind, string text, string what)
    {
        var (found, payload) = Read(text, what);
        return found == kind ? payload : throw new XdrException(what, $"'{text}' is a strkey of kind {found}, not {kind}");
    }

    public static (StrKeyKind Kind, byte[] Payload) Read(string text, string what) =>
        StrKey.TryDecode(text, out var kind, out var payload) && kind != StrKeyKind.Seed
            ? (kind, payload)
            // The text may be a mistyped seed: it is not repeated.
            : throw new XdrException(what, $"the text of {text.Length} characters is not a strkey of a public kind");
}
