using System.Collections.Immutable;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.LocalNet.State;

/// <summary>
/// All entries of a ledger at one moment. Immutable; a changed state shares what did not change with the one it came
/// from, so that keeping an old one costs nothing. Archived entries (persistent, lifetime over) stay in it.
/// </summary>
public sealed class LedgerState
{
    private readonly ImmutableDictionary<XdrBytes, LedgerEntry> entries;

    private LedgerState(ImmutableDictionary<XdrBytes, LedgerEntry> entries, NetworkSettings settings, ulong sorobanBytes)
    {
        this.entries = entries;
        Settings = settings;
        SorobanBytes = sorobanBytes;
    }

    /// <summary>The state without entries.</summary>
    public static LedgerState Empty { get; } = new(ImmutableDictionary<XdrBytes, LedgerEntry>.Empty, NetworkSettings.None, 0);

    /// <summary>The network's settings; the same object as long as none of them changes.</summary>
    public NetworkSettings Settings { get; }

    /// <summary>How many entries there are, lifetimes and settings included.</summary>
    public int Count => entries.Count;

    /// <summary>The bytes of XDR of all contract data and code.</summary>
    public ulong SorobanBytes { get; }

    /// <summary>All entries in the order of their keys' XDR.</summary>
    public IEnumerable<LedgerEntry> Entries =>
        entries.OrderBy(e => e.Key, XdrBytesComparer.Instance).Select(e => e.Value);

    /// <summary>The state of these entries.</summary>
    /// <exception cref="ArgumentException">Two of them have the same key.</exception>
    public static LedgerState Of(IEnumerable<LedgerEntry> entries)
    {
        var all = ImmutableDictionary.CreateBuilder<XdrBytes, LedgerEntry>();
        foreach (var entry in entries)
        {
            all.Add(BytesOf(LedgerKeys.KeyOf(entry)), entry);
        }

        var made = all.ToImmutable();
        return new LedgerState(made, NetworkSettings.In(made.Values), made.Values.Aggregate(0ul, (sum, e) => sum + SorobanBytesOf(e)));
    }

    /// <summary>The entry of the key, archived or not; null where there is none.</summary>
    public LedgerEntry? Find(LedgerKey key) => entries.GetValueOrDefault(BytesOf(key));

    /// <summary>The account; null where there is none.</summary>
    public AccountEntry? FindAccount(AccountId account) => FindAccount(PublicKey.From(account));

    /// <summary>The account; null where there is none.</summary>
    public AccountEntry? FindAccount(PublicKey account) =>
        Find(LedgerKeys.Account(account))?.Data is LedgerEntryData.Account(var entry) ? entry : null;

    /// <summary>The account's trust line to the asset; null where there is none.</summary>
    public TrustLineEntry? FindTrustLine(PublicKey account, TrustLineAsset asset) =>
        Find(LedgerKeys.TrustLine(account, asset))?.Data is LedgerEntryData.Trustline(var entry) ? entry : null;

    /// <summary>
    /// The last ledger in which the contract data or code of the key is live; null where there is no such entry, or
    /// where its kind has no lifetime.
    /// </summary>
    public uint? LiveUntil(LedgerKey key) =>
        LedgerKeys.HasLifetime(key) && Find(LedgerKeys.Ttl(key))?.Data is LedgerEntryData.Ttl(var ttl)
            ? ttl.LiveUntilLedgerSeq
            : null;

    /// <summary>The state with the entry as it is, in place of the one with its key.</summary>
    public LedgerState With(LedgerEntry entry)
    {
        var key = BytesOf(LedgerKeys.KeyOf(entry));
        var old = entries.GetValueOrDefault(key);
        return new LedgerState(
            entries.SetItem(key, entry),
            entry.Data is LedgerEntryData.ConfigSetting(var setting) ? Settings.With(setting) : Settings,
            SorobanBytes - SorobanBytesOf(old) + SorobanBytesOf(entry));
    }

    /// <summary>The state without the entry of the key; itself where there is none.</summary>
    /// <exception cref="ArgumentException">The key is a setting's: those never go away.</exception>
    public LedgerState Without(LedgerKey key)
    {
        if (key is LedgerKey.ConfigSetting(var setting))
        {
            throw new ArgumentException($"the setting {setting.ConfigSettingId} cannot be removed", nameof(key));
        }

        var bytes = BytesOf(key);
        return entries.GetValueOrDefault(bytes) is { } old
            ? new LedgerState(entries.Remove(bytes), Settings, SorobanBytes - SorobanBytesOf(old))
            : this;
    }

    internal static XdrBytes BytesOf(LedgerKey key)
    {
        using var writer = new XdrWriter();
        key.Encode(writer);
        return new XdrBytes(writer.Written);
    }

    private static ulong SorobanBytesOf(LedgerEntry? entry)
    {
        if (entry?.Data is not (LedgerEntryData.ContractData or LedgerEntryData.ContractCode))
        {
            return 0;
        }

        using var writer = new XdrWriter();
        entry.Encode(writer);
        return (ulong)writer.Written.Length;
    }
}
