using System.Globalization;
using System.Text.RegularExpressions;
using Nectar.Core.Liquidation;

namespace Nectar.Core.Keeper;

/// <summary>What may be changed about a keeper while it runs.</summary>
/// <param name="IsPaused">Whether it begins nothing new: it goes on looking, and brings back what is out.</param>
/// <param name="IsDryRun">Whether it only tells what it would send. Capital that is out already still goes back.</param>
/// <param name="MinProfit">What a fill must bring for each unit that it costs.</param>
/// <param name="PollInterval">The longest pause between two looks.</param>
/// <param name="Version">How often it was changed: whoever changes it names the version that they saw.</param>
public sealed partial record KeeperSettings(bool IsPaused, bool IsDryRun, Ratio MinProfit, TimeSpan PollInterval, long Version)
{
    /// <summary>The rule of a minimum profit, as people are told it.</summary>
    public const string MinProfitRule = "must be a number above 0 and up to 1000, with at most 7 decimals";

    /// <summary>The shortest poll interval, in seconds.</summary>
    public const int LeastPollSeconds = 3;

    /// <summary>The longest poll interval, in seconds.</summary>
    public const int MostPollSeconds = 300;

    /// <summary>The settings that a keeper is configured with.</summary>
    public static KeeperSettings Of(KeeperOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new KeeperSettings(false, false, options.MinProfit, options.PollInterval, 0);
    }

    /// <summary>Whether a keeper may have this minimum: above 0, and 1,000 at most.</summary>
    public static bool IsAllowed(Ratio minProfit) => minProfit.Value > 0 && minProfit.Value <= 1_000 * Ratio.One.Value;

    /// <summary>Whether a keeper may have this poll interval: whole seconds from 3 to 300.</summary>
    public static bool IsAllowed(TimeSpan pollInterval) =>
        pollInterval.Ticks % TimeSpan.TicksPerSecond == 0 && pollInterval >= TimeSpan.FromSeconds(LeastPollSeconds) && pollInterval <= TimeSpan.FromSeconds(MostPollSeconds);

    /// <summary>Reads what <see cref="ToString"/> writes, as the audit log keeps it; the version is not in it and is 0. Null where it is something else.</summary>
    public static KeeperSettings? Parse(string text) => Words().Match(text) is { Success: true, Groups: var parts }
        ? new KeeperSettings(
            parts["paused"].Success, parts["dry"].Success, Ratio.Parse(parts["profit"].Value), TimeSpan.FromSeconds(int.Parse(parts["poll"].Value, NumberStyles.None, CultureInfo.InvariantCulture)), 0)
        : null;

    /// <summary>In words: <c>running, minimum profit 1.0000000, poll interval 10 s</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(IsPaused ? "paused" : "running")}{(IsDryRun ? ", dry run" : "")}, minimum profit {MinProfit.ToExactString()}, poll interval {PollInterval.TotalSeconds} s");

    [GeneratedRegex(@"^((?<paused>paused)|running)(?<dry>, dry run)?, minimum profit (?<profit>[0-9]{1,12}\.[0-9]{7}), poll interval (?<poll>[0-9]{1,6}) s$", RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}
