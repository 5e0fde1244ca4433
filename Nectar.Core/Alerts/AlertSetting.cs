using System.Globalization;
using Nectar.Core.Keeper;

namespace Nectar.Core.Alerts;

/// <summary>How a rule is set.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="IsOn">Whether it tells anybody.</param>
/// <param name="Threshold">From what on; <see cref="Unit"/> says of what.</param>
/// <param name="CoolOff">How long it is silent about the same thing after it told of it.</param>
public sealed record AlertSetting(AlertRule Rule, bool IsOn, long Threshold, TimeSpan CoolOff)
{
    /// <summary>Until when it tells nothing, as during work on what it watches; what happens meanwhile is told once it is over. Null for no silence.</summary>
    public DateTimeOffset? SilentUntil { get; init; }

    /// <summary>The setting that a rule has as long as nobody changes it.</summary>
    public static AlertSetting Default(AlertRule rule) => new(
        rule, IsOn: true,
        rule switch
        {
            AlertRule.KeeperDown => Heartbeat.MissedPolls,
            AlertRule.XlmLow => 100,
            AlertRule.LiquidationLost => 10,
            AlertRule.LossBooked or AlertRule.CapitalOverdue => 0,
            _ => 1,
        },
        TimeSpan.FromMinutes(15));

    /// <summary>What a rule's threshold counts.</summary>
    public string Unit => Rule switch
    {
        AlertRule.KeeperDown => Threshold == 1 ? "missed poll" : "missed polls",
        AlertRule.XlmLow => "races that the XLM lasts for",
        AlertRule.LossBooked => "whole USDC of new loss, beyond",
        AlertRule.CapitalOverdue => "ledgers overdue, beyond",
        _ => Threshold == 1 ? "time since the last alert" : "times since the last alert",
    };

    /// <summary>Whether the figures are within bounds: a threshold from 0, or 1 where it counts, to 1,000,000; a cool-off from 0 s to a day.</summary>
    public string? Problem => (Threshold, Least) switch
    {
        var (given, least) when given < least || given > 1_000_000 =>
            string.Create(CultureInfo.InvariantCulture, $"threshold {given}: must be a whole number from {least} to 1000000"),
        _ when CoolOff < TimeSpan.Zero || CoolOff > TimeSpan.FromDays(1) =>
            string.Create(CultureInfo.InvariantCulture, $"cool-off {CoolOff.TotalSeconds} s: must be a whole number of seconds from 0 to 86400"),
        _ => null,
    };

    /// <summary>In words: <c>on, from 3, silent for 900 s, silenced until 2026-11-24 12:00:00 UTC</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsOn ? "on" : "off")}, from {Threshold}, silent for {CoolOff.TotalSeconds} s{SilentWords}");

    /// <summary>Until when it is silenced, in words behind a comma; empty for no silence.</summary>
    public string SilentWords => SilentUntil is { } until ? string.Create(CultureInfo.InvariantCulture, $", silenced until {until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC") : "";

    private long Least => Rule is AlertRule.LossBooked or AlertRule.CapitalOverdue ? 0 : 1;
}
