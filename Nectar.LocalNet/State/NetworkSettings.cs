using System.Collections.Immutable;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.State;

/// <summary>The settings of a network (<c>ConfigSettingEntry</c>), which are entries of its ledger. Immutable.</summary>
public sealed class NetworkSettings
{
    private const string Resource = "Nectar.LocalNet.network-settings.txt";

    private readonly ImmutableSortedDictionary<ConfigSettingID, ConfigSettingEntry> entries;

    private NetworkSettings(ImmutableSortedDictionary<ConfigSettingID, ConfigSettingEntry> entries) => this.entries = entries;

    /// <summary>No settings: of a ledger before they came.</summary>
    public static NetworkSettings None { get; } = new(ImmutableSortedDictionary<ConfigSettingID, ConfigSettingEntry>.Empty);

    /// <summary>The settings of protocol 28 as the test network has them.</summary>
    public static NetworkSettings Testnet { get; } = new(Embedded().ToImmutableSortedDictionary(e => e.Discriminant, e => e));

    /// <summary>All settings in the order of their ids.</summary>
    public IEnumerable<ConfigSettingEntry> Entries => entries.Values;

    /// <summary>The most bytes that the code of a contract may have.</summary>
    public uint MaxContractBytes => Get<ConfigSettingEntry.ContractMaxSizeBytes>().Value;

    /// <summary>The most bytes that the key of an entry may have.</summary>
    public uint MaxKeyBytes => Get<ConfigSettingEntry.ContractDataKeySizeBytes>().Value;

    /// <summary>Instructions and memory.</summary>
    public ConfigSettingContractComputeV0 Compute => Get<ConfigSettingEntry.ContractComputeV0>().Value;

    /// <summary>Reads, writes and their fees.</summary>
    public ConfigSettingContractLedgerCostV0 LedgerCost => Get<ConfigSettingEntry.ContractLedgerCostV0>().Value;

    /// <summary>The footprint's bound and the flat fee of a write.</summary>
    public ConfigSettingContractLedgerCostExtV0 LedgerCostExt => Get<ConfigSettingEntry.ContractLedgerCostExtV0>().Value;

    /// <summary>The fee for keeping transactions.</summary>
    public ConfigSettingContractHistoricalDataV0 HistoricalData => Get<ConfigSettingEntry.ContractHistoricalDataV0>().Value;

    /// <summary>Events and their fee.</summary>
    public ConfigSettingContractEventsV0 Events => Get<ConfigSettingEntry.ContractEventsV0>().Value;

    /// <summary>The size of transactions and its fee.</summary>
    public ConfigSettingContractBandwidthV0 Bandwidth => Get<ConfigSettingEntry.ContractBandwidthV0>().Value;

    /// <summary>Lifetimes.</summary>
    public StateArchivalSettings Archival => Get<ConfigSettingEntry.StateArchival>().Value;

    /// <summary>The most Soroban transactions in a ledger.</summary>
    public uint MaxSorobanTransactions => Get<ConfigSettingEntry.ContractExecutionLanes>().Value.LedgerMaxTxCount;

    /// <summary>The settings found among ledger entries.</summary>
    public static NetworkSettings In(IEnumerable<LedgerEntry> ledger) => new(ledger
        .Select(e => e.Data)
        .OfType<LedgerEntryData.ConfigSetting>()
        .ToImmutableSortedDictionary(e => e.Value.Discriminant, e => e.Value));

    /// <summary>The settings with this one in place of the one with its id.</summary>
    public NetworkSettings With(ConfigSettingEntry entry) => new(entries.SetItem(entry.Discriminant, entry));

    private static List<ConfigSettingEntry> Embedded()
    {
        using var stream = typeof(NetworkSettings).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"the assembly has no resource {Resource}");
        using var reader = new StreamReader(stream);
        var entries = new List<ConfigSettingEntry>();
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                entries.Add(XdrCodec.FromBase64<ConfigSettingEntry>(line));
            }
        }

        return entries;
    }

    private T Get<T>()
        where T : ConfigSettingEntry =>
        entries.Values.OfType<T>().FirstOrDefault()
        ?? throw new InvalidOperationException($"the network has no setting {typeof(T).Name}");
}
