using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>What a keeper saw in its last cycle: the whole picture, where the journal has the changes.</summary>
/// <param name="Keeper">The keeper's account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Mode">How it acts.</param>
/// <param name="Ledger">The ledger of the reading.</param>
/// <param name="At">When it was read, by the keeper's clock.</param>
/// <param name="Positions">Everybody in debt, lowest health first.</param>
/// <param name="Prices">The pool's assets in the order of its list.</param>
/// <param name="Cases">The cases in hand, oldest first.</param>
/// <param name="Cycles">How many cycles it has run since it started.</param>
/// <param name="Fault">Why the last cycle failed; null where it did not. The rest is then from the last one that went well.</param>
public sealed record KeeperView(
    AccountId Keeper,
    string Name,
    CaseMode Mode,
    LedgerNumber Ledger,
    DateTimeOffset At,
    IReadOnlyList<PositionRow> Positions,
    IReadOnlyList<PriceRow> Prices,
    IReadOnlyList<LiquidationCase> Cases,
    long Cycles,
    string? Fault);
