using Nectar.Core.Keeper;

namespace Nectar.Core.Journal;

/// <summary>A line of the live feed: an event that has been saved.</summary>
/// <param name="Id">Its row's id.</param>
/// <param name="Happened">The event.</param>
public sealed record FeedLine(long Id, KeeperEvent Happened);
