using System.Globalization;
using Nectar.Core.Keeper;

namespace Nectar.Core.Alerts;

/// <summary>How a rule is set.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="IsOn">Whether it tells anybody.</param>
/// <param name="Threshold">From what on; <see cref="Unit"/> says of what. A health factor is kept in ten-thousandths.</param>
/// <param name="CoolOff">How long it is silent about the same thing after it told of it.</param>
public sealed record AlertSetting(AlertRule Rule, bool IsOn, long Threshold, TimeSpan CoolOff)
{
    /// <summary>What a cool-off must be, for people.</summary>
    public const string CoolOffRule = "must be a whole number of seconds from 0 to 86400";

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
            // Ten minutes of the public networks' ledgers.
            AlertRule.CapitalOut => 120,
            AlertRule.RpcDown => 60,
            AlertRule.HealthLow => 10_500,
            // Public oracles tell a price about every five minutes, and keepers stop believing one after fifteen.
            AlertRule.PriceStale => 600,
            _ => 1,
        },
        TimeSpan.FromMinutes(15));

    /// <summary>The same where the market is simulated: there positions fall all the time, which is no news.</summary>
    public static AlertSetting DefaultInSimulation(AlertRule rule) => Default(rule) with { IsOn = rule != AlertRule.HealthLow };

    /// <summary>The threshold as people write it.</summary>
    public string ThresholdText => AlertThreshold.Text(Rule, Threshold);

    /// <summary>What a rule's threshold counts.</summary>
    public string Unit => Rule switch
    {
        AlertRule.KeeperDown => Threshold == 1 ? "missed poll" : "missed polls",
        AlertRule.XlmLow => "races that the XLM lasts for",
        AlertRule.LossBooked => "whole USDC of new loss, beyond",
        AlertRule.CapitalOverdue => "ledgers overdue, beyond",
        AlertRule.CapitalOut => "ledgers out, beyond",
        AlertRule.RpcDown => "s without a reading, beyond",
        AlertRule.HealthLow => "as the health factor, below, of a position that owes 1 USD or more and is no case yet",
        AlertRule.PriceStale => "s of age, beyond",
        _ => Threshold == 1 ? "time since the last alert" : "times since the last alert",
    };

    /// <summary>Which figure is out of its bounds, with the rule; null where both are within: the threshold's, and a cool-off from 0 s to a day.</summary>
    public string? Problem => !AlertThreshold.IsAllowed(Rule, Threshold)
        ? $"threshold {ThresholdText}: {AlertThreshold.Rule(Rule)}"
        : CoolOff < TimeSpan.Zero || CoolOff > TimeSpan.FromDays(1)
            ? string.Create(CultureInfo.InvariantCulture, $"cool-off {CoolOff.TotalSeconds} s: {CoolOffRule}")
            : null;

    /// <summary>In words: <c>on, from 3, silent for 900 s, silenced until 2026-11-24 12:00:00 UTC</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsOn ? "on" : "off")}, from {ThresholdText}, silent for {CoolOff.TotalSeconds} s{SilentWords}");

    /// <summary>Until when it is silenced, in words behind a comma; empty for no silence.</summary>
    public string SilentWords => SilentUntil is { } until ? string.Create(CultureInfo.InvariantCulture, $", silenced until {until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC") : "";
}
