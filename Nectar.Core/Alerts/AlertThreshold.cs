using System.Globalization;

namespace Nectar.Core.Alerts;

/// <summary>Thresholds as people write them: whole numbers, but a health factor, which has up to four decimals.</summary>
public static class AlertThreshold
{
    private const int TenThousandths = 10_000;
    private const long Most = 1_000_000;

    /// <summary>What is written for a threshold: <c>3</c>, <c>1.05</c>.</summary>
    public static string Text(AlertRule rule, long threshold) => IsDecimal(rule)
        ? (threshold / (decimal)TenThousandths).ToString("0.####", CultureInfo.InvariantCulture)
        : threshold.ToString(CultureInfo.InvariantCulture);

    /// <summary>The threshold that somebody wrote; null for what is no number of the rule's kind. Bounds are not looked at.</summary>
    public static long? Parse(AlertRule rule, string? text)
    {
        if (!IsDecimal(rule))
        {
            return long.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : null;
        }

        return decimal.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var given) && given <= Most && decimal.IsInteger(given * TenThousandths)
            ? (long)(given * TenThousandths)
            : null;
    }

    /// <summary>What it must be, for people.</summary>
    public static string Rule(AlertRule rule) => IsDecimal(rule)
        ? $"must be from {Text(rule, Least(rule))} to {Text(rule, Most)} with at most 4 decimals"
        : $"must be a whole number from {Text(rule, Least(rule))} to {Text(rule, Most)}";

    /// <summary>Whether it is within the rule's bounds: from 0, or 1 where it counts, to 1,000,000; a health factor from 0.0001 to 100.</summary>
    public static bool IsAllowed(AlertRule rule, long threshold) => threshold >= Least(rule) && threshold <= Most;

    private static long Least(AlertRule rule) => rule is AlertRule.LossBooked or AlertRule.CapitalOverdue ? 0 : 1;

    private static bool IsDecimal(AlertRule rule) => rule is AlertRule.HealthLow;
}
