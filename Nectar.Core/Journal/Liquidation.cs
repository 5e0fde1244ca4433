using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Core.Journal;

/// <summary>A case that ended with the vault's capital back, in figures of the ledger that ended it.</summary>
/// <param name="Case">The case.</param>
/// <param name="KeeperName">The keeper's name.</param>
/// <param name="DetectedAt">When the position was found, by the keeper's clock.</param>
/// <param name="EndedAt">When the end was seen, by the keeper's clock.</param>
/// <param name="EndLedger">The ledger of the last transaction.</param>
/// <param name="Drew">The vault's USDC that went out for it.</param>
/// <param name="Proceeds">The USDC that came back for it, the keeper's fee included.</param>
/// <param name="Profit">What the vault measured or booked, the keeper's fee included.</param>
/// <param name="Hash">The last transaction.</param>
/// <param name="LedgersSinceDetection">Ledgers from detection to the end.</param>
/// <param name="LedgersToFill">Ledgers from detection to the fill; null where the fill's line is no longer kept.</param>
public sealed record Liquidation(
    LiquidationCase Case,
    string KeeperName,
    DateTimeOffset DetectedAt,
    DateTimeOffset EndedAt,
    LedgerNumber EndLedger,
    Usdc Drew,
    Usdc Proceeds,
    Usdc Profit,
    TransactionHash Hash,
    uint LedgersSinceDetection,
    uint? LedgersToFill)
{
    /// <summary>
    /// What an event tells of a liquidation that it ended: its profit, the keeper's fee included, and the ledgers since detection. Null where it
    /// ended none: capital that comes back from a lost race without profit ends a case, too.
    /// </summary>
    public static (Usdc Profit, uint Took)? EndedBy(KeeperEvent happened) => happened switch
    {
        KeeperEvent.Liquidated e => (e.Profit, e.LedgersSinceDetection),
        KeeperEvent.Returned e when e.Profit > Usdc.Zero => (e.Profit, e.LedgersSinceDetection),
        _ => null,
    };

    /// <summary>From a case's first and last event, and that of its fill where it was a step of its own; null where the last one ended no liquidation.</summary>
    internal static Liquidation? Of(LiquidationCase stands, KeeperEvent first, KeeperEvent? filled, KeeperEvent last) => last switch
    {
        KeeperEvent.Liquidated e => new(
            stands, e.KeeperName, first.At, e.At, e.Ledger, e.Spent, e.Spent + e.Profit, e.Profit, e.Hash, e.LedgersSinceDetection, e.LedgersSinceDetection),
        KeeperEvent.Returned e when EndedBy(e) is not null => new(
            stands, e.KeeperName, first.At, e.At, e.Ledger, e.Amount - e.Profit + e.Shortfall, e.Amount, e.Profit, e.Hash, e.LedgersSinceDetection,
            filled?.Ledger.Value - stands.DetectedAt.Value),
        _ => null,
    };
}
