using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Web.Live;

namespace Nectar.Web.Components;

/// <summary>A registered keeper as a row.</summary>
/// <param name="Registered">What the chain knows.</param>
/// <param name="View">What the keeper saw last; null where it does not run in this process.</param>
/// <param name="Tally">What its journal counts; null where this process has none of it.</param>
public sealed record KeeperRow(RegisteredKeeper Registered, Reading<KeeperView>? View, KeeperTally? Tally);
