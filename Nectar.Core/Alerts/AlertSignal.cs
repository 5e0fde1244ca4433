namespace Nectar.Core.Alerts;

/// <summary>Something that a rule found.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Key">What it is about: signals with the same key are about the same thing.</param>
/// <param name="Occurrence">Which time it happened: one that was seen before is no news. Null for a state that lasts, which is news when it begins.</param>
/// <param name="Text">What happened, for people, with figures.</param>
public sealed record AlertSignal(AlertRule Rule, string Key, string? Occurrence, string Text);
