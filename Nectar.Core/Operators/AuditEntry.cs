namespace Nectar.Core.Operators;

/// <summary>Something that an operator did, or that somebody tried.</summary>
/// <param name="At">When.</param>
/// <param name="Who">An account, <c>operator key</c>, or where a refused attempt came from.</param>
/// <param name="What">What was done, in words.</param>
/// <param name="Target">To which keeper or rule; empty where to none.</param>
/// <param name="Before">How it was before; empty where nothing changed.</param>
/// <param name="After">How it is since; empty where nothing changed.</param>
public sealed record AuditEntry(DateTimeOffset At, string Who, string What, string Target, string Before, string After);
