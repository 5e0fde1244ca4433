namespace Nectar.Web.Live;

/// <summary>A line of the live log as pages and the hub show it.</summary>
/// <param name="Id">Its id: the journal's row.</param>
/// <param name="At">When, by the keeper's clock.</param>
/// <param name="Ledger">The ledger.</param>
/// <param name="Keeper">The keeper's name.</param>
/// <param name="Tone">What kind of line.</param>
/// <param name="Glyph">A sign for it.</param>
/// <param name="Word">A word for it, in capitals.</param>
/// <param name="Text">The line.</param>
/// <param name="CaseId">The case it belongs to.</param>
/// <param name="IsLook">Whether it tells of a look at the pool and nothing else.</param>
public sealed record LogLine(
    long Id, DateTimeOffset At, uint Ledger, string Keeper, Tone Tone, string Glyph, string Word, string Text, Guid? CaseId, bool IsLook);
