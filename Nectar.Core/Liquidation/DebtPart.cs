using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>A debt that a fill takes over and repays.</summary>
/// <param name="Asset">The token.</param>
/// <param name="Owed">Units owed in the ledger reckoned with, rounded up.</param>
/// <param name="Ask">Units to offer: what may be owed by the last ledger of the transaction. The pool takes no more than it is owed.</param>
public sealed record DebtPart(ContractId Asset, Int128 Owed, Int128 Ask);
