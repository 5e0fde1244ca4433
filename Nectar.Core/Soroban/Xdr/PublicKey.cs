using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Xdr;

public abstract partial record PublicKey
{
    /// <summary>The key that names an account.</summary>
    public static PublicKey From(AccountId account) => new PublicKeyTypeEd25519(new Uint256(account.ToArray()));

    /// <summary>Reads a strkey <c>G…</c>.</summary>
    /// <exception cref="XdrException">It is none.</exception>
    public static PublicKey Parse(string text) =>
        new PublicKeyTypeEd25519(new Uint256(XdrStrKey.Payload(StrKeyKind.AccountId, text, nameof(PublicKey))));

    /// <summary>The account that the key names.</summary>
    public AccountId ToAccountId() => this switch
    {
        PublicKeyTypeEd25519(var key) => new AccountId(key.Span),
        _ => throw new XdrException(nameof(PublicKey), $"{Discriminant} is not a known value"),
    };

    /// <summary>The strkey <c>G…</c>.</summary>
    public sealed override string ToString() => ToAccountId().ToString();
}
