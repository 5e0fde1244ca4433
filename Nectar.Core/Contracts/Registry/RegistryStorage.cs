using Nectar.Core.Contracts.Storage;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Registry;

/// <summary>Where the registry keeps what it knows.</summary>
/// <param name="Registry">The registry.</param>
public sealed record RegistryStorage(ContractId Registry)
{
    /// <summary>How many keepers a page of the index has.</summary>
    public const uint PageSize = 16;

    /// <summary>Settings, number of keepers and pause.</summary>
    public LedgerKey Instance => ContractEntry.Instance(Registry);

    /// <summary>A keeper's record.</summary>
    public LedgerKey Keeper(SCAddress keeper) => ContractEntry.Persistent(Registry, SCVal.FromEnumCase("Keeper", ContractValue.Of(keeper)));

    /// <summary>A page of the index, from 0.</summary>
    public LedgerKey Page(uint number) => ContractEntry.Persistent(Registry, SCVal.FromUInt32(number));

    /// <summary>Reads the settings.</summary>
    /// <exception cref="XdrException">There is no registry at this address.</exception>
    public RegistryConfig ReadConfig(EntryBatch batch) => RegistryConfig.FromSCVal(batch.RequireInstance(Registry).Require("Config"));

    /// <summary>Reads how many keepers are active.</summary>
    /// <exception cref="XdrException">There is no registry at this address.</exception>
    public uint ReadCount(EntryBatch batch) => batch.RequireInstance(Registry).Find(SCVal.FromSymbol("Count"))?.ToUInt32() ?? 0;

    /// <summary>Reads whether register, draw and liquidate are stopped.</summary>
    /// <exception cref="XdrException">There is no registry at this address.</exception>
    public bool ReadPaused(EntryBatch batch) => batch.RequireInstance(Registry).Find(SCVal.FromSymbol("Paused")) is not null;

    /// <summary>Reads a page of the index; empty where there is none.</summary>
    public XdrArray<SCAddress> ReadPage(EntryBatch batch, uint number) => batch.Find(Page(number))?.ToList(k => k.ToAddress()) ?? [];

    /// <summary>Reads a keeper's record; null where it never registered or has left.</summary>
    public KeeperEntry? ReadKeeper(EntryBatch batch, SCAddress keeper) =>
        batch.Find(Keeper(keeper)) is { } entry ? KeeperEntry.FromSCVal(entry) : null;
}
