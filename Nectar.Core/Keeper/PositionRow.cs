using Nectar.Core.Liquidation;

namespace Nectar.Core.Keeper;

/// <summary>One borrower at one ledger, for those who watch.</summary>
/// <param name="Borrower">Who, a strkey.</param>
/// <param name="Health">The health factor, rounded down; null where nothing is owed.</param>
/// <param name="Collateral">What secures the debt, at the pool's prices, rounded down.</param>
/// <param name="Debt">What is owed, at the pool's prices, rounded up.</param>
/// <param name="Verdict">What the keeper does about it or why it does nothing, in words with figures.</param>
/// <param name="CaseId">The case in hand; null without one.</param>
public sealed record PositionRow(string Borrower, Ratio? Health, Worth Collateral, Worth Debt, string Verdict, Guid? CaseId);
