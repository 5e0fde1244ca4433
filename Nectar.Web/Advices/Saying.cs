namespace Nectar.Web.Advices;

/// <summary>A sentence and a next action for one code.</summary>
/// <param name="Sentence">What it means.</param>
/// <param name="Next">What to do now.</param>
internal readonly record struct Saying(string Sentence, string Next);
