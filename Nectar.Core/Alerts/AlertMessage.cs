namespace Nectar.Core.Alerts;

/// <summary>What is told.</summary>
/// <param name="Rule">By which rule; null for a test.</param>
/// <param name="Text">What happened.</param>
/// <param name="Times">How often since it was last told.</param>
/// <param name="At">When it was told.</param>
public sealed record AlertMessage(AlertRule? Rule, string Text, long Times, DateTimeOffset At)
{
    /// <summary>Its rule in words, or <c>test</c>.</summary>
    public string Subject => Rule is { } rule ? Words(rule) : "test";

    /// <summary>One line for people.</summary>
    public string Line => $"Nectar {Subject}: {Text}{(Times > 1 ? $" ({Times} times since the last alert)" : "")}";

    /// <summary>A rule in words.</summary>
    public static string Words(AlertRule rule) => rule switch
    {
        AlertRule.KeeperDown => "keeper possibly down",
        AlertRule.BreakerTripped => "breaker tripped",
        AlertRule.CaseFailed => "case failed",
        AlertRule.XlmLow => "XLM runway low",
        AlertRule.LiquidationLost => "liquidation lost",
        AlertRule.LossBooked => "loss booked",
        AlertRule.CapitalOverdue => "capital overdue",
        AlertRule.CapitalOut => "capital out for long",
        AlertRule.RpcDown => "RPC down",
        AlertRule.HealthLow => "health factor low",
        AlertRule.PriceStale => "oracle price stale",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "a rule without words"),
    };
}
