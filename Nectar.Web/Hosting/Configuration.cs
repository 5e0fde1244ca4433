using Nectar.Core.Keeper;
using Nectar.Web.Alerting;
using Nectar.Web.Demo;
using Nectar.Web.Operators;
using Nectar.Web.Sandbox;
using Nectar.Web.Telemetry;

namespace Nectar.Web.Hosting;

/// <summary>All that variables say to the application.</summary>
/// <param name="Environment">The keeper's and the network's.</param>
/// <param name="Web">The application's own.</param>
internal sealed record Configuration(KeeperEnvironment Environment, WebSettings Web)
{
    /// <summary>Reads all variables.</summary>
    /// <param name="read">Gives a variable's value, null where it is not set.</param>
    /// <param name="faults">Every fault found; the result is of use only where there is none.</param>
    public static Configuration Read(Func<string, string?> read, out IReadOnlyList<ConfigurationFault> faults)
    {
        var found = new List<ConfigurationFault>();
        var environment = KeeperEnvironment.Read(read);
        if (environment is EnvironmentReading.Faulty faulty)
        {
            found.AddRange(faulty.Faults);
        }

        var web = WebSettings.Read(read, found);
        var operators = OperatorSettings.Read(read, found);
        var alerts = AlertSettings.Read(read, found);
        var sandbox = SandboxSettings.Read(read, found);
        var telemetry = TelemetrySettings.Read(read, found);
        var demo = DemoOptions.Read(read, found);
        faults = found;
        var keeper = (environment as EnvironmentReading.Ok)?.Environment ?? new KeeperEnvironment();
        return new Configuration(keeper, web) { Demo = demo, Operators = operators, Alerts = alerts with { IsMarketSimulated = keeper.Keeper is null }, Sandbox = sandbox, Telemetry = telemetry };
    }

    /// <summary>Who may act on the keepers.</summary>
    public OperatorSettings Operators { get; init; } = OperatorSettings.None;

    /// <summary>Where alerts go.</summary>
    public AlertSettings Alerts { get; init; } = AlertSettings.None;

    /// <summary>Where traces and metrics are sent.</summary>
    public TelemetrySettings Telemetry { get; init; } = TelemetrySettings.None;

    /// <summary>How the simulated market is made.</summary>
    public DemoOptions Demo { get; init; } = new();

    /// <summary>What visitors may try by themselves.</summary>
    public SandboxSettings Sandbox { get; init; } = new();

    /// <summary>The journal's file: one for each public network, so that a keeper never takes one chain's cases for another's.</summary>
    public string JournalFile => Path.Combine(
        Web.DataFolder, Environment.Keeper is null ? "embedded.db" : $"{Convert.ToHexStringLower(Environment.Network.Id.ToArray())[..16]}.db");
}
