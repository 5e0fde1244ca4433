using Nectar.Core.Contracts.Vault;
using Nectar.Core.Keeper;

namespace Nectar.Web.Sandbox;

/// <summary>What came of a shock, as its own chain tells it.</summary>
/// <param name="Ending">Why it ended.</param>
/// <param name="Ledgers">Ledgers from the first to the last that a keeper saw.</param>
/// <param name="PriceBeforeE7">The asset's price before the fall, with 7 decimals.</param>
/// <param name="PriceAfterE7">Its price after the fall; where the run ended earlier, that of its last round.</param>
/// <param name="Before">The vault before the first ledger.</param>
/// <param name="After">The vault right after the end.</param>
/// <param name="Vested">The vault once all profit has vested; null where there is none that vests.</param>
/// <param name="Lowest">The position with the lowest health factor that a keeper saw; null where none looked.</param>
/// <param name="UnderWater">Accounts that keepers saw under water, strkeys in order.</param>
/// <param name="Accounts">How many accounts were in debt before the fall.</param>
/// <param name="Liquidations">What was liquidated, in order.</param>
/// <param name="Keepers">The keepers with what the vault's contract keeps of each.</param>
public sealed record SandboxResult(
    SandboxEnding Ending,
    uint Ledgers,
    long PriceBeforeE7,
    long PriceAfterE7,
    VaultState Before,
    VaultState After,
    VaultState? Vested,
    PositionRow? Lowest,
    IReadOnlyList<string> UnderWater,
    int Accounts,
    IReadOnlyList<SandboxLiquidation> Liquidations,
    IReadOnlyList<SandboxKeeper> Keepers);
