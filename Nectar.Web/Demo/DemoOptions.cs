using Nectar.Core.Keeper;

namespace Nectar.Web.Demo;

/// <summary>How the simulated market is made. The same seed gives the same prices in the same ledgers.</summary>
internal sealed record DemoOptions
{
    /// <summary>The variable of <see cref="Seed"/>.</summary>
    public const string SeedVariable = "NECTAR_DEMO_SEED";

    /// <summary>The variable of <see cref="LedgersPerSecond"/>.</summary>
    public const string SpeedVariable = "NECTAR_DEMO_SPEED";

    /// <summary>The variable of <see cref="Borrowers"/>.</summary>
    public const string BorrowersVariable = "NECTAR_DEMO_BORROWERS";

    /// <summary>The variable of <see cref="HistoryMegabytes"/>.</summary>
    public const string HistoryVariable = "NECTAR_DEMO_HISTORY_MB";

    private const uint MinLedgersPerSecond = 1;
    private const uint MaxLedgersPerSecond = 50;
    private const int MinBorrowers = 6;
    private const int MaxBorrowers = 60;
    private const int MinHistory = 16;
    private const int MaxHistory = 4_096;

    /// <summary>What prices and scenes follow from. Default 20,260,222.</summary>
    public ulong Seed { get; init; } = 20_260_222;

    /// <summary>
    /// How many ledgers close in a second, 1 to 50. At the default of 10 a slot of the market, with one liquidation or two in
    /// it as a rule, takes 30 seconds.
    /// </summary>
    public uint LedgersPerSecond { get; init; } = 10;

    /// <summary>How many accounts borrow, 6 to 60. Default 30.</summary>
    public int Borrowers { get; init; } = 30;

    /// <summary>How many megabytes of closed ledgers the network remembers, 16 to 4,096. Default 96: some 15 minutes at ten ledgers a second.</summary>
    public int HistoryMegabytes { get; init; } = 96;

    /// <summary>The time between two ledgers.</summary>
    public TimeSpan LedgerInterval => TimeSpan.FromSeconds(1) / LedgersPerSecond;

    /// <summary>Reads the variables; faults are added to those found elsewhere, so that all come out together.</summary>
    public static DemoOptions Read(Func<string, string?> read, ICollection<ConfigurationFault> faults)
    {
        var options = new DemoOptions();
        if (Number(SeedVariable, 0, ulong.MaxValue) is { } seed)
        {
            options = options with { Seed = seed };
        }

        if (Number(SpeedVariable, MinLedgersPerSecond, MaxLedgersPerSecond) is { } speed)
        {
            options = options with { LedgersPerSecond = (uint)speed };
        }

        if (Number(BorrowersVariable, MinBorrowers, MaxBorrowers) is { } borrowers)
        {
            options = options with { Borrowers = (int)borrowers };
        }

        if (Number(HistoryVariable, MinHistory, MaxHistory) is { } history)
        {
            options = options with { HistoryMegabytes = (int)history };
        }

        return options;

        ulong? Number(string name, ulong least, ulong most) => WholeVariable.Read(read, name, least, most, faults);
    }
}
