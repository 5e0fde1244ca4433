using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Xdr;

public abstract partial record MuxedAccount
{
    /// <summary>An account without an id.</summary>
    public static MuxedAccount From(AccountId account) => new Ed25519(new Uint256(account.ToArray()));

    /// <summary>An account with an id that only its owner gives a meaning (SEP-23).</summary>
    public static MuxedAccount From(AccountId account, ulong id) =>
        new MuxedEd25519(new MuxedAccountMed25519(id, new Uint256(account.ToArray())));

    /// <summary>Reads a strkey <c>G…</c> or <c>M…</c>.</summary>
    /// <exception cref="XdrException">It is none of the two.</exception>
    public static MuxedAccount Parse(string text) => XdrStrKey.Read(text, nameof(MuxedAccount)) switch
    {
        (StrKeyKind.AccountId, var key) => new Ed25519(new Uint256(key)),
        (StrKeyKind.MuxedAccount, _) => new MuxedEd25519(MuxedAccountMed25519.Parse(text)),
        var (kind, _) => throw new XdrException(nameof(MuxedAccount), $"'{text}' is a strkey of kind {kind}, not of an account"),
    };

    /// <summary>The account, without the id.</summary>
    public AccountId ToAccountId() => this switch
    {
        Ed25519(var key) => new AccountId(key.Span),
        MuxedEd25519(var muxed) => new AccountId(muxed.Ed25519.Span),
        _ => throw new XdrException(nameof(MuxedAccount), $"{Discriminant} is not a known value"),
    };

    /// <summary>The strkey <c>G…</c>, or <c>M…</c> where there is an id.</summary>
    public sealed override string ToString() => this is MuxedEd25519(var muxed) ? muxed.ToString() : ToAccountId().ToString();
}
