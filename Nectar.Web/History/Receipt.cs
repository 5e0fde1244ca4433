using Nectar.Core.Units;

namespace Nectar.Web.History;

/// <summary>What one liquidation has brought a depositor so far.</summary>
/// <param name="Moment">The liquidation, or the penalty of an overdue draw.</param>
/// <param name="Gain">In stroops of USDC; it grows while the profit vests.</param>
public sealed record Receipt(VaultMoment Moment, Usdc Gain);
