using Nectar.Core.Journal;
using Nectar.Web.Live;
using Nectar.Web.Rewind;

namespace Nectar.Web.Components;

/// <summary>All that the time machine shows.</summary>
/// <param name="Network">The network; null until it is ready.</param>
/// <param name="Symbols">Names of tokens.</param>
/// <param name="View">The past second and what is around it.</param>
public sealed record RewindReadings(NetworkInUse? Network, IReadOnlyDictionary<Core.Units.ContractId, string> Symbols, Reading<RewindView> View);

/// <summary>A past second between the first of which anything is kept and now.</summary>
/// <param name="Time">Which second, and whether it is the one asked for.</param>
/// <param name="First">The first second of which anything is kept.</param>
/// <param name="Now">Now.</param>
/// <param name="Moment">How everything stood.</param>
/// <param name="Before">When the last line before that second was written that tells of more than a look; null where there is none near.</param>
/// <param name="After">When the first after it was; null where there is none near.</param>
/// <param name="Ends">When liquidations ended, newest first.</param>
public sealed record RewindView(
    RewindTime Time, DateTimeOffset First, DateTimeOffset Now, RewoundMoment Moment, DateTimeOffset? Before, DateTimeOffset? After, IReadOnlyList<LiquidationEnd> Ends);
