using Nectar.Core.Keeper;

namespace Nectar.Core.Journal;

/// <summary>A case and everything that was written about it.</summary>
/// <param name="Case">As it stands.</param>
/// <param name="Lines">Its lines, oldest first; those that are no longer kept are missing.</param>
public sealed record CaseTimeline(LiquidationCase Case, IReadOnlyList<FeedLine> Lines);
