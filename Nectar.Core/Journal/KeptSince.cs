using Nectar.Core.Units;

namespace Nectar.Core.Journal;

/// <summary>From where on everything is kept that was written.</summary>
/// <param name="FirstId">The first row's id: 1 where nothing has been dropped.</param>
/// <param name="At">When it was written.</param>
/// <param name="Ledger">Its ledger.</param>
public sealed record KeptSince(long FirstId, DateTimeOffset At, LedgerNumber Ledger)
{
    /// <summary>Whether that is where it all began.</summary>
    public bool IsWhole => FirstId == 1;
}
