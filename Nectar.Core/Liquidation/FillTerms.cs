using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>A fill in one ledger.</summary>
/// <param name="Ledger">The ledger reckoned with; a later one is better for the filler.</param>
/// <param name="Percent">The percent of what is left of the auction.</param>
/// <param name="Debts">What is repaid.</param>
/// <param name="Lots">What comes.</param>
/// <param name="Capital">The USDC that must be at hand: asks and purchases with their slippage.</param>
/// <param name="Estimate">What it costs and brings.</param>
public sealed record FillTerms(
    LedgerNumber Ledger, uint Percent, IReadOnlyList<DebtPart> Debts, IReadOnlyList<LotPart> Lots, Usdc Capital, ProfitEstimate Estimate);
