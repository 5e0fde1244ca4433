using Nectar.Core.Keeper;

namespace Nectar.Web.Sandbox;

/// <summary>Whether visitors may run shocks, and how much of the machine they get.</summary>
internal sealed record SandboxSettings
{
    /// <summary>The variable of <see cref="MostRuns"/>.</summary>
    public const string RunsVariable = "NECTAR_SANDBOX";

    /// <summary>The variable of <see cref="LedgersPerSecond"/>.</summary>
    public const string SpeedVariable = "NECTAR_SANDBOX_SPEED";

    /// <summary>The variable of <see cref="LongestRun"/>.</summary>
    public const string SecondsVariable = "NECTAR_SANDBOX_SECONDS";

    /// <summary>How many run at a time, 0 to 16; 0 for no sandbox. Default 2.</summary>
    public int MostRuns { get; init; } = 2;

    /// <summary>How many ledgers close in a second, 1 to 50. Default 5: fast enough to wait for, slow enough to read.</summary>
    public int LedgersPerSecond { get; init; } = 5;

    /// <summary>How long a run lasts at the most, 10 to 600 seconds. Default 150.</summary>
    public TimeSpan LongestRun { get; init; } = TimeSpan.FromSeconds(150);

    /// <summary>The time between two ledgers.</summary>
    public TimeSpan LedgerInterval => TimeSpan.FromSeconds(1) / LedgersPerSecond;

    /// <summary>Whether there is a sandbox.</summary>
    public bool IsOn => MostRuns > 0;

    /// <summary>Reads the variables; faults are added to those found elsewhere, so that all come out together.</summary>
    public static SandboxSettings Read(Func<string, string?> read, ICollection<ConfigurationFault> faults)
    {
        var byDefault = new SandboxSettings();
        return new SandboxSettings
        {
            MostRuns = Number(RunsVariable, 0, 16, byDefault.MostRuns),
            LedgersPerSecond = Number(SpeedVariable, 1, 50, byDefault.LedgersPerSecond),
            LongestRun = TimeSpan.FromSeconds(Number(SecondsVariable, 10, 600, (int)byDefault.LongestRun.TotalSeconds)),
        };

        int Number(string name, int least, int most, int otherwise) => (int)(WholeVariable.Read(read, name, (ulong)least, (ulong)most, faults) ?? (ulong)otherwise);
    }
}
