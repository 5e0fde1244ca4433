using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>What a cycle saw.</summary>
internal sealed record CycleView(LedgerNumber Ledger, IReadOnlyList<PositionRow> Positions, IReadOnlyList<PriceRow> Prices, IReadOnlyList<LiquidationCase> Cases);
