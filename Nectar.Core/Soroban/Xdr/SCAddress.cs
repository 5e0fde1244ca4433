using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Xdr;

public abstract partial record SCAddress
{
    /// <summary>The address of an account.</summary>
    public static SCAddress From(AccountId account) => new Account(PublicKey.From(account));

    /// <summary>The address of a contract.</summary>
    public static SCAddress From(ContractId contract) => new Contract(ContractID.From(contract));

    /// <summary>Reads a strkey <c>G…</c>, <c>C…</c>, <c>M…</c>, <c>B…</c> or <c>L…</c>.</summary>
    /// <exception cref="XdrException">It is none of these.</exception>
    public static SCAddress Parse(string text) => XdrStrKey.Read(text, nameof(SCAddress)) switch
    {
        (StrKeyKind.AccountId, _) => new Account(PublicKey.Parse(text)),
        (StrKeyKind.Contract, var id) => new Contract(new ContractID(id)),
        (StrKeyKind.MuxedAccount, _) => new MuxedAccount(MuxedEd25519Account.Parse(text)),
        (StrKeyKind.ClaimableBalance, _) => new ClaimableBalance(ClaimableBalanceID.Parse(text)),
        (StrKeyKind.LiquidityPool, var id) => new LiquidityPool(new PoolID(id)),
        var (kind, _) => throw new XdrException(nameof(SCAddress), $"'{text}' is a strkey of kind {kind}, not of an address"),
    };

    /// <summary>The strkey.</summary>
    public sealed override string ToString() => this switch
    {
        Account(var key) => key.ToString(),
        Contract(var id) => id.ToString(),
        MuxedAccount(var muxed) => muxed.ToString(),
        ClaimableBalance(var id) => id.ToString(),
        LiquidityPool(var id) => id.ToString(),
        _ => throw new XdrException(nameof(SCAddress), $"{Discriminant} is not a known value"),
    };
}
