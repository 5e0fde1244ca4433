using Nectar.Core.Alerts;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Alerts;

public sealed class AlertBookTests
{
    private static readonly AlertSetting setting = new(AlertRule.CaseFailed, IsOn: true, 1, TimeSpan.FromMinutes(15));
    private readonly AlertBook book = new();

    [Fact]
    public void The_same_occurrence_is_told_once_and_another_of_the_same_thing_after_the_cool_off_with_how_often_it_came()
    {
        Assert.Equal(new AlertDecision.Tell(1), Judge("1", 0));
        Assert.Equal(new AlertDecision.Duplicate(), Judge("1", 0));
        Assert.Equal(new AlertDecision.CoolingOff(Samples.Now.AddMinutes(15)), Judge("2", 1));
        Assert.Equal(new AlertDecision.CoolingOff(Samples.Now.AddMinutes(15)), Judge("3", 14));
        Assert.Equal(new AlertDecision.Tell(3), Judge("4", 15));
    }

    [Fact]
    public void Another_thing_is_told_meanwhile()
    {
        Judge("1", 0);

        Assert.Equal(new AlertDecision.Tell(1), Judge("2", 1, key: "other"));
    }

    [Fact]
    public void Below_its_threshold_it_is_only_counted()
    {
        var third = setting with { Threshold = 3 };

        Assert.Equal(new AlertDecision.BelowThreshold(1), Judge("1", 0, third));
        Assert.Equal(new AlertDecision.BelowThreshold(2), Judge("2", 0, third));
        Assert.Equal(new AlertDecision.Tell(3), Judge("3", 0, third));
        Assert.Equal(new AlertDecision.BelowThreshold(1), Judge("4", 20, third));
    }

    [Fact]
    public void A_rule_that_is_off_tells_nothing_and_counts_nothing()
    {
        Assert.Equal(new AlertDecision.Off(), Judge("1", 0, setting with { IsOn = false }));
        Assert.Equal(new AlertDecision.Tell(1), Judge("2", 0));
    }

    [Fact]
    public void While_its_rule_is_silenced_it_is_counted_and_told_with_how_often_it_came_once_that_is_over()
    {
        var silenced = setting with { SilentUntil = Samples.Now.AddMinutes(60) };

        Assert.Equal(new AlertDecision.Silenced(Samples.Now.AddMinutes(60)), Judge("1", 0, silenced));
        Assert.Equal(new AlertDecision.Silenced(Samples.Now.AddMinutes(60)), Judge("2", 59, silenced));
        Assert.Equal(new AlertDecision.Tell(3), Judge("3", 60, silenced));
    }

    [Fact]
    public void A_state_that_outlasts_a_silence_is_told_when_it_ends()
    {
        var silenced = setting with { SilentUntil = Samples.Now.AddMinutes(60) };

        Assert.Equal(new AlertDecision.Silenced(Samples.Now.AddMinutes(60)), Judge(null, 0, silenced));
        Assert.Equal(new AlertDecision.Tell(1), Judge(null, 61, silenced));
        Assert.Equal(new AlertDecision.Duplicate(), Judge(null, 62, silenced));
    }

    [Fact]
    public void A_state_that_lasts_is_told_once_however_long_it_lasts()
    {
        Assert.Equal(new AlertDecision.Tell(1), Judge(null, 0));
        Assert.Equal(new AlertDecision.Duplicate(), Judge(null, 1));
        Assert.Equal(new AlertDecision.Duplicate(), Judge(null, 600));
    }

    [Fact]
    public void One_that_begins_again_is_silent_for_the_cool_off_and_told_then_if_it_still_lasts()
    {
        Judge(null, 0);
        book.End(new HashSet<string>(), Samples.Now.AddMinutes(1));

        Assert.Equal(new AlertDecision.CoolingOff(Samples.Now.AddMinutes(15)), Judge(null, 2));
        Assert.Equal(new AlertDecision.Tell(1), Judge(null, 15));
    }

    [Fact]
    public void Ending_others_leaves_a_state_that_lasts_told()
    {
        Judge(null, 0);
        book.End(new HashSet<string> { "thing" }, Samples.Now.AddDays(3));

        Assert.Equal(new AlertDecision.Duplicate(), Judge(null, 20));
    }

    private AlertDecision Judge(string? occurrence, int minutes, AlertSetting? by = null, string key = "thing") =>
        book.Judge(new AlertSignal(AlertRule.CaseFailed, key, occurrence, "it failed"), by ?? setting, Samples.Now.AddMinutes(minutes));
}
