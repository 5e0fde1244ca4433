using Nectar.Core.Keeper;
using Nectar.Web.Sandbox;

namespace Nectar.Tests.Web.Sandbox;

public sealed class SandboxSettingsTests
{
    [Fact]
    public void Without_variables_two_may_run_for_150_seconds_at_five_ledgers_a_second()
    {
        var (settings, faults) = Read([]);

        Assert.Empty(faults);
        Assert.Equal((2, 5, TimeSpan.FromSeconds(150), true), (settings.MostRuns, settings.LedgersPerSecond, settings.LongestRun, settings.IsOn));
    }

    [Fact]
    public void Zero_switches_it_off()
    {
        var (settings, faults) = Read(new() { ["NECTAR_SANDBOX"] = "0" });

        Assert.Empty(faults);
        Assert.False(settings.IsOn);
    }

    [Fact]
    public void Each_value_beyond_its_bounds_is_told_with_the_others()
    {
        var (_, faults) = Read(new() { ["NECTAR_SANDBOX"] = "17", ["NECTAR_SANDBOX_SPEED"] = "0", ["NECTAR_SANDBOX_SECONDS"] = "an hour" });

        Assert.Equal(
            ["NECTAR_SANDBOX=17: must be a whole number from 0 to 16", "NECTAR_SANDBOX_SPEED=0: must be a whole number from 1 to 50", "NECTAR_SANDBOX_SECONDS=an hour: must be a whole number from 10 to 600"],
            faults.Select(f => f.ToString()));
    }

    private static (SandboxSettings Settings, List<ConfigurationFault> Faults) Read(Dictionary<string, string> variables)
    {
        var faults = new List<ConfigurationFault>();
        return (SandboxSettings.Read(variables.GetValueOrDefault, faults), faults);
    }
}
