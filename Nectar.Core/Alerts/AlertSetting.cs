using System.Globalization;
using Nectar.Core.Keeper;

namespace Nectar.Core.Alerts;

/// <summary>How a rule is set.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="IsOn">Whether it tells anybody.</param>
/// <param name="Threshold">From what on; <see cref="UnitOf"/> says of what.</param>
/// <param name="CoolOff">How long it is silent about the same thing after it told of it.</param>
public sealed record AlertSetting(AlertRule Rule, bool IsOn, long Threshold, TimeSpan CoolOff)
{
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
    public static string UnitOf(AlertRule rule) => rule switch
    {
        AlertRule.KeeperDown => "missed polls",
        AlertRule.XlmLow => "races that the XLM lasts for",
        AlertRule.LossBooked => "whole USDC of new loss, beyond",
        AlertRule.CapitalOverdue => "ledgers overdue, beyond",
        _ => "times since the last alert",
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

    /// <summary>In words: <c>on, from 3, silent for 900 s</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsOn ? "on" : "off")}, from {Threshold}, silent for {CoolOff.TotalSeconds} s");

    private long Least => Rule is AlertRule.LossBooked or AlertRule.CapitalOverdue ? 0 : 1;
}
