using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;

namespace Nectar.Tests.Core.Keeper;

public sealed class KeeperSettingsTests
{
    [Fact]
    public void Settings_are_read_from_their_own_words()
    {
        foreach (var (isPaused, isDryRun) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            foreach (var profit in new long[] { 1, 10_050_000, 10_000_000_000 })
            {
                var settings = new KeeperSettings(isPaused, isDryRun, new Ratio(profit), TimeSpan.FromSeconds(profit % 297 + 3), 7);

                Assert.Equal(settings with { Version = 0 }, KeeperSettings.Parse(settings.ToString()));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("paused")]
    [InlineData("at 30 min, cool-off 60 min")]
    [InlineData("running, minimum profit 1.0000000, poll interval 10 s, dry run")]
    public void Other_words_are_no_settings(string text) => Assert.Null(KeeperSettings.Parse(text));
}
