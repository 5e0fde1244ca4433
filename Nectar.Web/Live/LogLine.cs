using System.Text.Json.Serialization;

namespace Nectar.Web.Live;

/// <summary>A line of the live log as pages and the hub show it. As JSON, which goes to every viewer, it leaves out what would be null, false or quiet.</summary>
/// <param name="Id">Its id: the journal's row.</param>
/// <param name="At">When, by the keeper's clock; as JSON in Unix milliseconds.</param>
/// <param name="Ledger">The ledger.</param>
/// <param name="Keeper">The keeper's name.</param>
/// <param name="Tone">What kind of line.</param>
/// <param name="Glyph">A sign for it.</param>
/// <param name="Word">A word for it, in capitals.</param>
/// <param name="Text">The line.</param>
/// <param name="CaseId">The case it belongs to.</param>
/// <param name="IsLook">Whether it tells of a look at the pool and nothing else.</param>
public sealed record LogLine(
    long Id,
    [property: JsonConverter(typeof(UnixMilliseconds))] DateTimeOffset At,
    uint Ledger, string Keeper,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Tone Tone,
    string Glyph, string Word, string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? CaseId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsLook);
