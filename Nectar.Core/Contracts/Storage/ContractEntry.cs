using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Storage;

/// <summary>Keys of the entries that contracts keep on the ledger.</summary>
public static class ContractEntry
{
    /// <summary>The contract's instance: its code and what it keeps beside.</summary>
    public static LedgerKey Instance(ContractId contract) => Persistent(contract, SCVal.LedgerKeyContractInstance.Instance);

    /// <summary>An entry that is archived when its time has come.</summary>
    public static LedgerKey Persistent(ContractId contract, SCVal key) => Key(contract, key, ContractDataDurability.Persistent);

    /// <summary>An entry that ceases to be when its time has come.</summary>
    public static LedgerKey Temporary(ContractId contract, SCVal key) => Key(contract, key, ContractDataDurability.Temporary);

    private static LedgerKey.ContractData Key(ContractId contract, SCVal key, ContractDataDurability durability) =>
        new(new LedgerKeyContractData(SCAddress.From(contract), key, durability));
}
