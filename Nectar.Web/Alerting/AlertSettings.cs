using Nectar.Core.Alerts;
using Nectar.Core.Keeper;

namespace Nectar.Web.Alerting;

/// <summary>Where alerts go.</summary>
/// <param name="Targets">One for each channel that is set. <c>NECTAR_ALERT_WEBHOOK</c>, <c>NECTAR_ALERT_SLACK</c>, <c>NECTAR_ALERT_DISCORD</c>.</param>
/// <param name="Secret">What webhooks are signed with; null signs none. <c>NECTAR_ALERT_SECRET</c>, at least 16 characters.</param>
internal sealed record AlertSettings(IReadOnlyList<AlertTarget> Targets, string? Secret)
{
    private const int LeastSecret = 16;

    /// <summary>Nowhere but into the page.</summary>
    public static AlertSettings None { get; } = new([], null);

    /// <summary>Whether the market is simulated, so that what is normal there is no news.</summary>
    public bool IsMarketSimulated { get; init; }

    /// <summary>How a rule is set that nobody set.</summary>
    public AlertSetting DefaultOf(AlertRule rule) => IsMarketSimulated ? AlertSetting.DefaultInSimulation(rule) : AlertSetting.Default(rule);

    /// <summary>Reads them. Of a URL or a secret that breaks its rule only the length is told.</summary>
    public static AlertSettings Read(Func<string, string?> read, ICollection<ConfigurationFault> faults)
    {
        var loopback = read("NECTAR_ALERT_LOOPBACK")?.Trim() ?? "";
        if (loopback is not ("" or "true" or "false"))
        {
            faults.Add(new ConfigurationFault("NECTAR_ALERT_LOOPBACK", loopback, "must be true or false"));
        }

        var targets = new List<AlertTarget>();
        foreach (var channel in Enum.GetValues<AlertChannel>())
        {
            var variable = $"NECTAR_ALERT_{channel.ToString().ToUpperInvariant()}";
            if (read(variable)?.Trim() is not { Length: > 0 } text)
            {
                continue;
            }

            if (AlertUrl.Problem(text, loopback == "true") is { } problem)
            {
                faults.Add(new ConfigurationFault(variable, ConfigurationFault.Hidden(text), problem));
            }
            else
            {
                targets.Add(new AlertTarget(channel, new Uri(text)));
            }
        }

        var secret = read("NECTAR_ALERT_SECRET")?.Trim() is { Length: > 0 } given ? given : null;
        if (secret is { Length: < LeastSecret })
        {
            faults.Add(new ConfigurationFault("NECTAR_ALERT_SECRET", ConfigurationFault.Hidden(secret), $"must have at least {LeastSecret} characters"));
        }

        return new AlertSettings(targets, secret);
    }
}
