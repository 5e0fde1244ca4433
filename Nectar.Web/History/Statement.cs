using Nectar.Core.Units;

namespace Nectar.Web.History;

/// <summary>
/// Where a depositor's profit comes from. The parts add up to <see cref="Profit"/> to the stroop, and that is what the
/// shares are worth and what was taken out, less what was paid in.
/// </summary>
/// <param name="PaidIn">All deposits.</param>
/// <param name="TakenOut">All withdrawals.</param>
/// <param name="Value">What the shares redeem now.</param>
/// <param name="Shares">The shares, by the events.</param>
/// <param name="Receipts">What each liquidation brought, newest first; those that brought nothing are left out.</param>
/// <param name="Earlier">What vested of profit from before the kept history.</param>
/// <param name="Entries">The depositor's own entries and exits: deposits are priced with unvested profit, withdrawals without; rounding.</param>
/// <param name="Others">Others' entries and exits, and rounding.</param>
/// <param name="Losses">Losses that were booked.</param>
/// <param name="Moves">The depositor's own deposits and withdrawals, newest first.</param>
public sealed record Statement(
    Usdc PaidIn,
    Usdc TakenOut,
    Usdc Value,
    Shares Shares,
    IReadOnlyList<Receipt> Receipts,
    Usdc Earlier,
    Usdc Entries,
    Usdc Others,
    Usdc Losses,
    IReadOnlyList<VaultMoment> Moves)
{
    /// <summary>Gain or loss.</summary>
    public Usdc Profit => Value + TakenOut - PaidIn;

    /// <summary>The sum of all parts: the same.</summary>
    public Usdc Sum => Receipts.Aggregate(Earlier + Entries + Others + Losses, (sum, r) => sum + r.Gain);
}
