using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Xdr;

public abstract partial record SignerKey
{
    /// <summary>Reads a strkey <c>G…</c>, <c>T…</c>, <c>X…</c> or <c>P…</c>.</summary>
    /// <exception cref="XdrException">It is none of these.</exception>
    public static SignerKey Parse(string text) => XdrStrKey.Read(text, nameof(SignerKey)) switch
    {
        (StrKeyKind.AccountId, var key) => new Ed25519(new Uint256(key)),
        (StrKeyKind.PreAuthTransaction, var hash) => new PreAuthTx(new Uint256(hash)),
        (StrKeyKind.HashX, var hash) => new HashX(new Uint256(hash)),
        (StrKeyKind.SignedPayload, _) => new Ed25519SignedPayload(SignerKeyEd25519SignedPayload.Parse(text)),
        var (kind, _) => throw new XdrException(nameof(SignerKey), $"'{text}' is a strkey of kind {kind}, not of a signer"),
    };

    /// <summary>The strkey.</summary>
    public sealed override string ToString() => this switch
    {
        Ed25519(var key) => StrKey.Encode(StrKeyKind.AccountId, key.Span),
        PreAuthTx(var hash) => StrKey.Encode(StrKeyKind.PreAuthTransaction, hash.Span),
        HashX(var hash) => StrKey.Encode(StrKeyKind.HashX, hash.Span),
        Ed25519SignedPayload(var payload) => payload.ToString(),
        _ => throw new XdrException(nameof(SignerKey), $"{Discriminant} is not a known value"),
    };
}
