using Nectar.Core.Journal;
using Nectar.Core.Units;

namespace Nectar.Web.Rewind;

/// <summary>Everything at the end of a past second.</summary>
/// <param name="Ledger">The newest ledger that anybody had told of by then; null where nobody had.</param>
/// <param name="Lines">The last lines, oldest first.</param>
/// <param name="Keepers">The keepers.</param>
/// <param name="Positions">Who owed what.</param>
/// <param name="Vault">The vault.</param>
public sealed record RewoundMoment(
    LedgerNumber? Ledger, Kept<IReadOnlyList<FeedLine>> Lines, Kept<IReadOnlyList<RewoundKeeper>> Keepers, Kept<RewoundPositions> Positions, Kept<RewoundVault> Vault);
