using Nectar.Core.Keeper;
using Nectar.Web.Demo;

namespace Nectar.Tests.Web.Demo;

public sealed class DemoOptionsTests
{
    [Fact]
    public void Nothing_set_gives_the_defaults()
    {
        var (options, faults) = Read([]);

        Assert.Equal(new DemoOptions(), options);
        Assert.Empty(faults);
    }

    [Fact]
    public void Variables_are_read()
    {
        var set = new Dictionary<string, string> { ["NECTAR_DEMO_SEED"] = "18446744073709551615", ["NECTAR_DEMO_SPEED"] = " 20 ", ["NECTAR_DEMO_BORROWERS"] = "6", ["NECTAR_DEMO_HISTORY_MB"] = "16" };
        var (options, faults) = Read(set);

        Assert.Equal(new DemoOptions { Seed = ulong.MaxValue, LedgersPerSecond = 20, Borrowers = 6, HistoryMegabytes = 16 }, options);
        Assert.Equal(TimeSpan.FromMilliseconds(50), options.LedgerInterval);
        Assert.Empty(faults);
    }

    [Fact]
    public void All_faults_are_told_together_with_variable_value_and_rule()
    {
        var set = new Dictionary<string, string> { ["NECTAR_DEMO_SEED"] = "-1", ["NECTAR_DEMO_SPEED"] = "51", ["NECTAR_DEMO_BORROWERS"] = "many", ["NECTAR_DEMO_HISTORY_MB"] = "15" };
        var (_, faults) = Read(set);

        Assert.Equal(
            [
                new("NECTAR_DEMO_SEED", "-1", "must be a whole number from 0 to 18446744073709551615"),
                new("NECTAR_DEMO_SPEED", "51", "must be a whole number from 1 to 50"),
                new("NECTAR_DEMO_BORROWERS", "many", "must be a whole number from 6 to 60"),
                new("NECTAR_DEMO_HISTORY_MB", "15", "must be a whole number from 16 to 4096"),
            ],
            faults);
    }

    private static (DemoOptions Options, List<ConfigurationFault> Faults) Read(Dictionary<string, string> set)
    {
        var faults = new List<ConfigurationFault>();
        return (DemoOptions.Read(set.GetValueOrDefault, faults), faults);
    }
}
