using Nectar.Core.Contracts.Pool;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>Where a Blend v2 pool keeps what (<c>pool/src/storage.rs</c>); the lab keeps it there too.</summary>
internal sealed record PoolKeys(ContractId Pool)
{
    /// <summary>Settings, backstop and name.</summary>
    public LedgerKey Instance => Key(SCVal.LedgerKeyContractInstance.Instance, ContractDataDurability.Persistent);

    /// <summary>The assets in the order of their indexes.</summary>
    public LedgerKey ReserveList => Key(SCVal.FromSymbol("ResList"), ContractDataDurability.Persistent);

    public LedgerKey ReserveConfig(ContractId asset) => Key(SCVal.FromEnumCase("ResConfig", SCVal.FromAddress(asset)), ContractDataDurability.Persistent);

    public LedgerKey ReserveData(ContractId asset) => Key(SCVal.FromEnumCase("ResData", SCVal.FromAddress(asset)), ContractDataDurability.Persistent);

    public LedgerKey Positions(SCAddress user) => Key(SCVal.FromEnumCase("Positions", new SCVal.Address(user)), ContractDataDurability.Persistent);

    public LedgerKey Auction(SCAddress user) => Key(
        SCVal.FromEnumCase("Auction", SCVal.FromStruct(
            ("auct_type", SCVal.FromUInt32((uint)AuctionType.UserLiquidation)), ("user", new SCVal.Address(user)))),
        ContractDataDurability.Temporary);

    private LedgerKey.ContractData Key(SCVal key, ContractDataDurability durability) =>
        new LedgerKey.ContractData(new LedgerKeyContractData(SCAddress.From(Pool), key, durability));
}
