using Nectar.Core.Alerts;

namespace Nectar.Tests.Core.Alerts;

public sealed class AlertThresholdTests
{
    [Theory]
    [InlineData(AlertRule.XlmLow, "42", 42L)]
    [InlineData(AlertRule.XlmLow, " 42 ", 42L)]
    [InlineData(AlertRule.XlmLow, "1.5", null)]
    [InlineData(AlertRule.XlmLow, "-1", null)]
    [InlineData(AlertRule.XlmLow, "99999999999999999999", null)]
    [InlineData(AlertRule.HealthLow, "1.05", 10_500L)]
    [InlineData(AlertRule.HealthLow, "1.0500", 10_500L)]
    [InlineData(AlertRule.HealthLow, "1", 10_000L)]
    [InlineData(AlertRule.HealthLow, "1.00001", null)]
    [InlineData(AlertRule.HealthLow, "1,05", null)]
    [InlineData(AlertRule.HealthLow, "99999999999999999999", null)]
    [InlineData(AlertRule.HealthLow, "", null)]
    [InlineData(AlertRule.HealthLow, null, null)]
    public void What_is_written_is_read_as_the_rules_kind_of_number_or_not_at_all(AlertRule rule, string? text, long? threshold) =>
        Assert.Equal(threshold, AlertThreshold.Parse(rule, text));

    [Fact]
    public void Every_rules_default_is_read_back_as_it_is_written_and_allowed() =>
        Assert.All(Enum.GetValues<AlertRule>().Select(AlertSetting.Default), setting =>
        {
            Assert.Equal(setting.Threshold, AlertThreshold.Parse(setting.Rule, setting.ThresholdText));
            Assert.Null(setting.Problem);
        });
}
