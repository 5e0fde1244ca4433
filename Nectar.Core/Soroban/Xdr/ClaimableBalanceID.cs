using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Xdr;

public abstract partial record ClaimableBalanceID
{
    /// <summary>Reads a strkey <c>B…</c>.</summary>
    /// <exception cref="XdrException">It is none.</exception>
    public static ClaimableBalanceID Parse(string text)
    {
        var payload = XdrStrKey.Payload(StrKeyKind.ClaimableBalance, text, nameof(ClaimableBalanceID));
        return new ClaimableBalanceIdTypeV0(new Hash(payload.AsSpan(1)));
    }

    /// <summary>The strkey <c>B…</c>.</summary>
    public sealed override string ToString() => this switch
    {
        ClaimableBalanceIdTypeV0(var hash) => StrKey.Encode(StrKeyKind.ClaimableBalance, [0, .. hash.Span]),
        _ => throw new XdrException(nameof(ClaimableBalanceID), $"{Discriminant} is not a known value"),
    };
}
