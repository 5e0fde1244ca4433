namespace Nectar.Core.Alerts;

/// <summary>An alert on its way to one target, and how that ended.</summary>
/// <param name="At">When.</param>
/// <param name="Rule">By which rule, in words.</param>
/// <param name="Channel">How.</param>
/// <param name="Target">Where to, masked.</param>
/// <param name="Text">What was told.</param>
/// <param name="IsDelivered">Whether it was taken.</param>
/// <param name="Outcome">How it ended, for people: the status, or what went wrong; and after how many attempts.</param>
public sealed record AlertDelivery(DateTimeOffset At, string Rule, string Channel, string Target, string Text, bool IsDelivered, string Outcome);
