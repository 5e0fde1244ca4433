using Nectar.Core.Units;

namespace Nectar.Web.Live;

/// <summary>A step of a case with all that was written about it.</summary>
/// <param name="Line">The line.</param>
/// <param name="Figures">Amounts and other figures, each with its name; exact, not rounded.</param>
/// <param name="Hash">The transaction; null where it concerns none.</param>
/// <param name="Reason">Why, in the keeper's words; null where the step has none.</param>
public sealed record TraceStep(LogLine Line, IReadOnlyList<(string Name, string Value)> Figures, TransactionHash? Hash, string? Reason);
