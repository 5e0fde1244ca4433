using Nectar.Core.Units;

namespace Nectar.Web.Components.Races;

/// <summary>One thing that a keeper did in a race.</summary>
/// <param name="Ledger">The ledger.</param>
/// <param name="Elapsed">Ledgers since the auction's first; below 0 before it.</param>
/// <param name="Word">What it was.</param>
/// <param name="At">When, by the keeper's clock.</param>
public sealed record RaceMark(LedgerNumber Ledger, long Elapsed, string Word, DateTimeOffset At);
