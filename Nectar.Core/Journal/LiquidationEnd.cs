namespace Nectar.Core.Journal;

/// <summary>When a case ended with profit in the vault.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="At">When its last line was written; to the millisecond.</param>
public sealed record LiquidationEnd(Guid CaseId, DateTimeOffset At);
