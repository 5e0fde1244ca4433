using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Operators;

namespace Nectar.Tests.Core.Operators;

public sealed class ActionDecisionTests
{
    private static readonly KeeperSettings now = new(false, false, Ratio.One, TimeSpan.FromSeconds(10), 4);

    [Theory]
    [InlineData(OperatorAction.Pause, "", "paused, minimum profit 1.0000000, poll interval 10 s")]
    [InlineData(OperatorAction.StartDryRun, "", "running, dry run, minimum profit 1.0000000, poll interval 10 s")]
    [InlineData(OperatorAction.SetMinProfit, "1.0050001", "running, minimum profit 1.0050001, poll interval 10 s")]
    [InlineData(OperatorAction.SetMinProfit, "1000", "running, minimum profit 1000.0000000, poll interval 10 s")]
    [InlineData(OperatorAction.SetPollInterval, "3", "running, minimum profit 1.0000000, poll interval 3 s")]
    [InlineData(OperatorAction.SetPollInterval, "300", "running, minimum profit 1.0000000, poll interval 300 s")]
    public void A_confirmed_action_changes_what_it_names_and_the_version(OperatorAction action, string value, string after)
    {
        var done = Assert.IsType<ActionDecision.Done>(Decide(action, value));

        Assert.Equal((after, 5), (done.Next.ToString(), done.Next.Version));
    }

    [Theory]
    [InlineData(OperatorAction.SetPollInterval, "2")]
    [InlineData(OperatorAction.SetPollInterval, "301")]
    [InlineData(OperatorAction.SetPollInterval, "10.5")]
    [InlineData(OperatorAction.SetPollInterval, "")]
    [InlineData(OperatorAction.SetMinProfit, "0")]
    [InlineData(OperatorAction.SetMinProfit, "-1")]
    [InlineData(OperatorAction.SetMinProfit, "1000.0000001")]
    [InlineData(OperatorAction.SetMinProfit, "NaN")]
    [InlineData(OperatorAction.SetMinProfit, "Infinity")]
    [InlineData(OperatorAction.SetMinProfit, "1.00000001")]
    [InlineData(OperatorAction.SetMinProfit, "99999999999999999999999999999999999999999999")]
    public void A_value_out_of_bounds_is_refused_with_the_value_and_the_rule(OperatorAction action, string value) =>
        Assert.Matches($"'{(value.Length > 40 ? value[..40] : value)}.*must be a (number above 0|whole number of seconds from 3 to 300)", Refused(Decide(action, value)));

    [Theory]
    [InlineData("")]
    [InlineData("Alpha")]
    [InlineData("alpha ")]
    [InlineData("beta")]
    public void Without_the_keepers_name_typed_nothing_is_done(string typed) =>
        Assert.Contains("must be typed as it is: alpha", Refused(ActionDecision.Decide(new(OperatorAction.Pause, "", typed, 4), "alpha", now)), StringComparison.Ordinal);

    [Fact]
    public void Settings_that_somebody_changed_meanwhile_are_left_alone() =>
        Assert.Contains("somebody changed", Refused(ActionDecision.Decide(new(OperatorAction.Pause, "", "alpha", 3), "alpha", now)), StringComparison.Ordinal);

    [Theory]
    [InlineData(OperatorAction.Resume, "")]
    [InlineData(OperatorAction.EndDryRun, "")]
    [InlineData(OperatorAction.SetMinProfit, "1.0")]
    [InlineData((OperatorAction)99, "")]
    public void What_changes_nothing_is_refused(OperatorAction action, string value) => Refused(Decide(action, value));

    private static ActionDecision Decide(OperatorAction action, string value) => ActionDecision.Decide(new(action, value, "alpha", 4), "alpha", now);

    private static string Refused(ActionDecision decision) => Assert.IsType<ActionDecision.Refused>(decision).Reason;
}
