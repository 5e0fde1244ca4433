using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>A transaction on its way: enough to ask the chain what became of it, in this life of the program or the next.</summary>
/// <param name="Hash">Its hash.</param>
/// <param name="LastLedger">The last ledger that may include it.</param>
public sealed record SentTransaction(TransactionHash Hash, LedgerNumber LastLedger);
