using Nectar.Core.Liquidation;
using Nectar.Core.Units;

namespace Nectar.Core.Journal;

/// <summary>How a borrower stood at one ledger.</summary>
/// <param name="Borrower">Who, a strkey.</param>
/// <param name="Ledger">The ledger.</param>
/// <param name="At">When it was read, by the keeper's clock; kept to the millisecond.</param>
/// <param name="Health">The health factor, rounded down; null where nothing is owed any more.</param>
/// <param name="Collateral">What secures the debt, at the pool's prices, rounded down; null where nothing is owed, since it is not looked at then.</param>
/// <param name="Debt">What is owed, at the pool's prices, rounded up.</param>
public sealed record PositionSample(string Borrower, LedgerNumber Ledger, DateTimeOffset At, Ratio? Health, Worth? Collateral, Worth Debt);
