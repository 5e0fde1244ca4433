using System.Globalization;
using Nectar.Core.Liquidation;

namespace Nectar.Core.Alerts;

/// <summary>What the rules about network, positions and prices find in how things stand.</summary>
internal static class NetworkSignals
{
    // A pool may have hundreds of positions that stay near their limit: those that matter most are told.
    private const int MostPositions = 10;

    // Dust stays under water for good, since nobody can sell it for what it costs.
    private static readonly Worth leastDebt = new(10_000_000);

    /// <summary>The signals.</summary>
    /// <param name="facts">How things stand.</param>
    /// <param name="setting">How a rule is set.</param>
    public static IEnumerable<AlertSignal> Of(AlertFacts facts, Func<AlertRule, AlertSetting> setting)
    {
        var (allowed, health, oldest) = (setting(AlertRule.RpcDown).Threshold, setting(AlertRule.HealthLow), setting(AlertRule.PriceStale).Threshold);
        if (facts.Unread is { } unread && unread.Silence > TimeSpan.FromSeconds(allowed))
        {
            yield return new(AlertRule.RpcDown, "rpc", null, string.Create(
                CultureInfo.InvariantCulture, $"nothing could be read from the network for {(long)unread.Silence.TotalSeconds} s, {allowed} s are allowed: {unread.Reason}"));
        }

        // Ratios have seven decimals, this threshold four.
        var limit = new Ratio((Int128)health.Threshold * 1_000);
        foreach (var position in facts.Positions.Where(p => p.Health < limit && p.Debt >= leastDebt && p.Collateral > default(Worth)).Take(MostPositions))
        {
            yield return new(AlertRule.HealthLow, $"health {position.Borrower}", null, string.Create(
                CultureInfo.InvariantCulture,
                $"{position.Borrower} has a health factor of {position.Health}, below {health.ThresholdText}: it owes {position.Debt} USD against {position.Collateral} USD, and no keeper here has a case of it"));
        }

        foreach (var price in facts.Prices.Where(p => p.Age is not { } age || age > TimeSpan.FromSeconds(oldest)))
        {
            yield return new(AlertRule.PriceStale, $"price {price.Asset}", null, price.Age is { } age
                ? string.Create(CultureInfo.InvariantCulture, $"the oracle's price of {price.Asset} is {(long)age.TotalSeconds} s old, {oldest} s are allowed")
                : $"the oracle gives no price of {price.Asset}");
        }
    }
}
