namespace Nectar.Web.Live;

/// <summary>The part of the log that a page begins with.</summary>
/// <param name="Lines">Its lines, oldest first.</param>
/// <param name="LastId">The newest line's id, also where that line is not among them.</param>
/// <param name="Marked">The line that a link points to; null for the newest lines, which are then followed.</param>
/// <param name="Problem">Why the line that a link points to is not there; null where it is, or none was asked for.</param>
public sealed record LogWindow(IReadOnlyList<LogLine> Lines, long LastId, long? Marked, string? Problem);
