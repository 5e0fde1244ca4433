using Nectar.Core.Journal;
using Nectar.Web.Components.Races;
using Nectar.Web.Live;

namespace Nectar.Web.Components;

/// <summary>The last liquidation and how it went.</summary>
/// <param name="Summary">Its figures; null where there was none yet.</param>
/// <param name="Steps">Its lines, oldest first.</param>
/// <param name="Race">The race for its auction; null where the journal has none of it.</param>
public sealed record LastLiquidation(Liquidation? Summary, IReadOnlyList<LogLine> Steps, Race? Race = null);
