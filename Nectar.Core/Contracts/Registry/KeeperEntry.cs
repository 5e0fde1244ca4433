using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Registry;

/// <summary>A keeper's record (the contract's <c>KeeperInfo</c>). It survives a slash, so that the address stays barred.</summary>
/// <param name="Name">The name shown beside the address: 1 to 32 of <c>a-z</c>, <c>0-9</c> and <c>-</c>, not unique.</param>
/// <param name="Registered">The ledger of registration.</param>
/// <param name="Slashed">Slashed once, barred for ever.</param>
/// <param name="Slot">Place in the index of active keepers; without meaning once slashed.</param>
/// <param name="Stake">What the registry holds of it.</param>
public sealed record KeeperEntry(
    XdrString Name,
    LedgerNumber Registered,
    bool Slashed,
    uint Slot,
    Usdc Stake)
{
    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static KeeperEntry FromSCVal(SCVal value) => new(
        value.Field("name").ToText(),
        value.Field("registered").ToLedger(),
        value.Field("slashed").ToBool(),
        value.Field("slot").ToUInt32(),
        value.Field("stake").ToUsdc());

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("name", new SCVal.String(Name)),
        ("registered", ContractValue.Of(Registered)),
        ("slashed", SCVal.FromBool(Slashed)),
        ("slot", SCVal.FromUInt32(Slot)),
        ("stake", ContractValue.Of(Stake)));
}
