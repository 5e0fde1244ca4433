using System.Security.Cryptography;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.LocalNet.State;

/// <summary>The keys under which a ledger keeps its entries.</summary>
public static class LedgerKeys
{
    /// <summary>The key of an account.</summary>
    public static LedgerKey Account(AccountId account) => Account(PublicKey.From(account));

    /// <summary>The key of an account.</summary>
    public static LedgerKey Account(PublicKey account) => new LedgerKey.Account(new LedgerKeyAccount(account));

    /// <summary>The key of an account's trust line.</summary>
    public static LedgerKey TrustLine(PublicKey account, TrustLineAsset asset) =>
        new LedgerKey.Trustline(new LedgerKeyTrustLine(account, asset));

    /// <summary>The key of a named value of an account.</summary>
    public static LedgerKey Data(PublicKey account, XdrString name) => new LedgerKey.Data(new LedgerKeyData(account, name));

    /// <summary>The key of a claimable balance.</summary>
    public static LedgerKey ClaimableBalance(ClaimableBalanceID id) =>
        new LedgerKey.ClaimableBalance(new LedgerKeyClaimableBalance(id));

    /// <summary>The key of a network setting.</summary>
    public static LedgerKey Setting(ConfigSettingID id) => new LedgerKey.ConfigSetting(new LedgerKeyConfigSetting(id));

    /// <summary>The key of the lifetime of a contract's data or code: the SHA-256 of that key's XDR.</summary>
    public static LedgerKey Ttl(LedgerKey key) =>
        new LedgerKey.Ttl(new LedgerKeyTtl(new Hash(SHA256.HashData(key.ToXdr()))));

    /// <summary>The key of an entry.</summary>
    public static LedgerKey KeyOf(LedgerEntry entry) => KeyOf(entry.Data);

    /// <summary>The key of an entry.</summary>
    /// <exception cref="XdrException">The type is none of the protocol's.</exception>
    public static LedgerKey KeyOf(LedgerEntryData data) => data switch
    {
        LedgerEntryData.Account(var e) => Account(e.AccountId),
        LedgerEntryData.Trustline(var e) => TrustLine(e.AccountId, e.Asset),
        LedgerEntryData.Offer(var e) => new LedgerKey.Offer(new LedgerKeyOffer(e.SellerId, e.OfferId)),
        LedgerEntryData.Data(var e) => Data(e.AccountId, e.DataName),
        LedgerEntryData.ClaimableBalance(var e) => ClaimableBalance(e.BalanceId),
        LedgerEntryData.LiquidityPool(var e) => new LedgerKey.LiquidityPool(new LedgerKeyLiquidityPool(e.LiquidityPoolId)),
        LedgerEntryData.ContractData(var e) => new LedgerKey.ContractData(new LedgerKeyContractData(e.Contract, e.Key, e.Durability)),
        LedgerEntryData.ContractCode(var e) => new LedgerKey.ContractCode(new LedgerKeyContractCode(e.Hash)),
        LedgerEntryData.ConfigSetting(var e) => Setting(e.Discriminant),
        LedgerEntryData.Ttl(var e) => new LedgerKey.Ttl(new LedgerKeyTtl(e.KeyHash)),
        _ => throw new XdrException(nameof(LedgerEntryData), $"{data.Discriminant} is not a known value"),
    };

    /// <summary>Whether entries of this key have a lifetime: contract data and code do.</summary>
    public static bool HasLifetime(LedgerKey key) => key is LedgerKey.ContractData or LedgerKey.ContractCode;

    /// <summary>Whether the key is of a temporary entry, which is gone when its lifetime is over.</summary>
    public static bool IsTemporary(LedgerKey key) =>
        key is LedgerKey.ContractData({ Durability: ContractDataDurability.Temporary });
}
