namespace Nectar.Web.Advices;

/// <summary>What went wrong as a person can read it, and what to do about it.</summary>
/// <param name="Code">Who says so and with which number or name: what to quote to somebody who helps.</param>
/// <param name="Sentence">What it means.</param>
/// <param name="Next">What to do now.</param>
public sealed record Advice(string Code, string Sentence, string Next)
{
    /// <summary>The raw words beside it, for diagnostics; null where there are none.</summary>
    public string? Detail { get; init; }
}
