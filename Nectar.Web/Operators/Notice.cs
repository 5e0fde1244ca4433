namespace Nectar.Web.Operators;

/// <summary>What came of something that was sent with a form.</summary>
/// <param name="Text">What to say.</param>
/// <param name="IsProblem">Whether it was not done.</param>
public sealed record Notice(string Text, bool IsProblem);
