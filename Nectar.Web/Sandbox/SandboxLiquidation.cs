using Nectar.Core.Units;

namespace Nectar.Web.Sandbox;

/// <summary>One liquidation of a run.</summary>
/// <param name="Borrower">Whose position, a strkey.</param>
/// <param name="Keeper">The winner's name.</param>
/// <param name="Ledger">The ledger of the fill, or of the return where the keeper acts in steps.</param>
/// <param name="Profit">The profit that the vault booked, the keeper's fee included.</param>
/// <param name="SinceDetection">Ledgers from detection.</param>
public sealed record SandboxLiquidation(string Borrower, string Keeper, LedgerNumber Ledger, Usdc Profit, uint SinceDetection);
