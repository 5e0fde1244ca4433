using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Storage;

/// <summary>Ledger entries as of the end of one ledger.</summary>
/// <param name="Ledger">The ledger.</param>
/// <param name="Entries">Those of the entries asked for that exist.</param>
public sealed record EntryBatch(LedgerNumber Ledger, IReadOnlyDictionary<LedgerKey, LedgerEntryData> Entries)
{
    /// <summary>What a contract's entry holds; null where it does not exist.</summary>
    public SCVal? Find(LedgerKey key) => Entries.GetValueOrDefault(key) is LedgerEntryData.ContractData(var entry) ? entry.Val : null;

    /// <summary>What a contract keeps in its instance; null where there is no such contract.</summary>
    public InstanceStorage? FindInstance(ContractId contract) =>
        Find(ContractEntry.Instance(contract)) is SCVal.ContractInstance(var instance) ? new InstanceStorage(instance.Storage ?? []) : null;

    /// <summary>What a contract keeps in its instance.</summary>
    /// <exception cref="XdrException">There is no such contract.</exception>
    public InstanceStorage RequireInstance(ContractId contract) =>
        FindInstance(contract) ?? throw new XdrException(nameof(LedgerEntry), $"there is no contract {contract} on this network");
}
