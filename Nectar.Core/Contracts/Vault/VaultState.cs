using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Vault;

/// <summary>The vault at one ledger.</summary>
/// <param name="Drawn">What keepers have out.</param>
/// <param name="Idle">What is in the vault, as booked.</param>
/// <param name="Loss">Losses booked since the start.</param>
/// <param name="Profit">Profit booked for depositors since the start, fees taken off.</param>
/// <param name="SharePriceE12">USDC per share with 12 decimals at the withdrawal price, rounded down.</param>
/// <param name="TotalAssets">What withdrawals are priced at: idle and drawn less unvested.</param>
/// <param name="TotalShares">Shares in existence.</param>
/// <param name="Unvested">Profit that is not the depositors' yet, rounded up.</param>
/// <param name="VestUntil">The ledger at which all of it has vested; 0 before the first profit.</param>
public sealed record VaultState(
    Usdc Drawn,
    Usdc Idle,
    Usdc Loss,
    Usdc Profit,
    Int128 SharePriceE12,
    Usdc TotalAssets,
    Shares TotalShares,
    Usdc Unvested,
    LedgerNumber VestUntil)
{
    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static VaultState FromSCVal(SCVal value) => new(
        value.Field("drawn").ToUsdc(),
        value.Field("idle").ToUsdc(),
        value.Field("loss").ToUsdc(),
        value.Field("profit").ToUsdc(),
        value.Field("share_price").ToInt128(),
        value.Field("total_assets").ToUsdc(),
        value.Field("total_shares").ToShares(),
        value.Field("unvested").ToUsdc(),
        value.Field("vest_until").ToLedger());

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("drawn", ContractValue.Of(Drawn)),
        ("idle", ContractValue.Of(Idle)),
        ("loss", ContractValue.Of(Loss)),
        ("profit", ContractValue.Of(Profit)),
        ("share_price", SCVal.FromInt128(SharePriceE12)),
        ("total_assets", ContractValue.Of(TotalAssets)),
        ("total_shares", ContractValue.Of(TotalShares)),
        ("unvested", ContractValue.Of(Unvested)),
        ("vest_until", ContractValue.Of(VestUntil)));
}
