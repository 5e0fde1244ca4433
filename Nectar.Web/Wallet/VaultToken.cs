using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Web.Wallet;

/// <summary>The asset that the vault takes.</summary>
/// <param name="Contract">Its contract.</param>
/// <param name="Asset">The asset behind it, which accounts need a trust line for.</param>
public sealed record VaultToken(ContractId Contract, Asset Asset)
{
    /// <summary>The ledger key of an account's trust line.</summary>
    public LedgerKey TrustlineOf(AccountId account) => new LedgerKey.Trustline(new LedgerKeyTrustLine(PublicKey.From(account), Asset switch
    {
        Asset.CreditAlphanum4(var credit) => new TrustLineAsset.CreditAlphanum4(credit),
        Asset.CreditAlphanum12(var credit) => new TrustLineAsset.CreditAlphanum12(credit),
        _ => TrustLineAsset.Native.Instance,
    }));
}
