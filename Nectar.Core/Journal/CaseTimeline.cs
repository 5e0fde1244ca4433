using Nectar.Core.Keeper;

namespace Nectar.Core.Journal;

/// <summary>A case and everything that was written about it.</summary>
/// <param name="Case">As it stands.</param>
/// <param name="Lines">Its lines, oldest first; those that are no longer kept are missing.</param>
public sealed record CaseTimeline(LiquidationCase Case, IReadOnlyList<FeedLine> Lines)
{
    /// <summary>How it ended with profit in the vault; null where it did not, or not yet.</summary>
    public Liquidation? End => Lines.Select(l => l.Happened).LastOrDefault(e => e is KeeperEvent.Liquidated or KeeperEvent.Returned) is { } end
        ? Liquidation.Of(Case, Lines[0].Happened, Lines.Select(l => l.Happened).OfType<KeeperEvent.Filled>().FirstOrDefault(), end)
        : null;
}
