using Nectar.Core.Contracts.Values;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;

namespace Nectar.Core.Contracts.Vault;

/// <summary>What a keeper has out of the vault and what it has done.</summary>
/// <param name="Defaults">Debts that were settled from the stake.</param>
/// <param name="Drawn">What the keeper owes.</param>
/// <param name="Draws">Draws made.</param>
/// <param name="Due">The ledger after which anyone may settle; null without a debt.</param>
/// <param name="LedgersOut">Ledgers between opening and end of each debt that was returned in full, added up.</param>
/// <param name="Liquidations">Atomic liquidations made.</param>
/// <param name="Losses">What defaults cost the depositors.</param>
/// <param name="Opened">The ledger of the oldest open draw; null without a debt.</param>
/// <param name="ProfitMeasured">Profit of atomic liquidations, fee included: measured by the vault.</param>
/// <param name="ProfitReturned">Profit of staged returns, fee included: what the keeper chose to pay.</param>
/// <param name="Returns">Returns made.</param>
public sealed record KeeperRecord(
    uint Defaults,
    Usdc Drawn,
    uint Draws,
    LedgerNumber? Due,
    ulong LedgersOut,
    uint Liquidations,
    Usdc Losses,
    LedgerNumber? Opened,
    Usdc ProfitMeasured,
    Usdc ProfitReturned,
    uint Returns)
{
    /// <summary>That of an address that never touched capital: the vault keeps no entry for it.</summary>
    public static KeeperRecord None { get; } =
        new(0, Usdc.Zero, 0, null, 0, 0, Usdc.Zero, null, Usdc.Zero, Usdc.Zero, 0);

    /// <summary>Reads the contract's struct.</summary>
    /// <exception cref="XdrException">It is something else.</exception>
    public static KeeperRecord FromSCVal(SCVal value) => new(
        value.Field("defaults").ToUInt32(),
        value.Field("drawn").ToUsdc(),
        value.Field("draws").ToUInt32(),
        value.Field("due").ToLedgerOrNone(),
        value.Field("ledgers_out").ToUInt64(),
        value.Field("liquidations").ToUInt32(),
        value.Field("losses").ToUsdc(),
        value.Field("opened").ToLedgerOrNone(),
        value.Field("profit_measured").ToUsdc(),
        value.Field("profit_returned").ToUsdc(),
        value.Field("returns").ToUInt32());

    /// <summary>The contract's struct.</summary>
    public SCVal ToSCVal() => SCVal.FromStruct(
        ("defaults", SCVal.FromUInt32(Defaults)),
        ("drawn", ContractValue.Of(Drawn)),
        ("draws", SCVal.FromUInt32(Draws)),
        ("due", SCVal.FromUInt32(Due?.Value ?? 0)),
        ("ledgers_out", SCVal.FromUInt64(LedgersOut)),
        ("liquidations", SCVal.FromUInt32(Liquidations)),
        ("losses", ContractValue.Of(Losses)),
        ("opened", SCVal.FromUInt32(Opened?.Value ?? 0)),
        ("profit_measured", ContractValue.Of(ProfitMeasured)),
        ("profit_returned", ContractValue.Of(ProfitReturned)),
        ("returns", SCVal.FromUInt32(Returns)));
}
