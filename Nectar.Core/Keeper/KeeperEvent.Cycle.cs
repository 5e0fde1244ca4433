using Nectar.Core.Liquidation;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

// What concerns the keeper as a whole.
public abstract partial record KeeperEvent
{
    /// <summary>The keeper started.</summary>
    /// <param name="Mode">How it acts.</param>
    /// <param name="OpenCases">How many cases it found open from its life before.</param>
    /// <param name="KnownBorrowers">How many borrowers it knew already.</param>
    public sealed record Started(CaseMode Mode, int OpenCases, int KnownBorrowers) : KeeperEvent;

    /// <summary>The keeper stopped in a safe state.</summary>
    /// <param name="OpenCases">How many cases it leaves to its next life.</param>
    public sealed record Stopped(int OpenCases) : KeeperEvent;

    /// <summary>The keeper goes by other settings than it was configured with, or than before.</summary>
    /// <param name="IsPaused">Whether it begins nothing new.</param>
    /// <param name="IsDryRun">Whether it sends nothing.</param>
    /// <param name="MinProfit">What a fill must bring for each unit that it costs.</param>
    /// <param name="PollSeconds">The longest pause between two looks.</param>
    public sealed record SettingsTaken(bool IsPaused, bool IsDryRun, Ratio MinProfit, int PollSeconds) : KeeperEvent;

    /// <summary>A look at the whole pool. Written when it differs from the last one, and else about once a minute.</summary>
    /// <param name="Borrowers">Borrowers known.</param>
    /// <param name="Indebted">Of these, how many owe something.</param>
    /// <param name="Liquidatable">Of these, how many may be liquidated.</param>
    /// <param name="OpenCases">Cases in hand.</param>
    /// <param name="LowestHealth">The lowest health factor of all that owe; null where nobody does.</param>
    /// <param name="NextDue">The ledger at which, by interest or by an auction's curve alone, something becomes due.</param>
    /// <param name="Reasons">Why nothing (more) happened, nearest first; at most ten.</param>
    public sealed record CycleEnded(
        int Borrowers,
        int Indebted,
        int Liquidatable,
        int OpenCases,
        Ratio? LowestHealth,
        LedgerNumber? NextDue,
        IReadOnlyList<WhyNot> Reasons) : KeeperEvent
    {
        /// <summary>After how many ledgers one is written though nothing differs: about a minute on the public networks.</summary>
        public const uint QuietLedgers = 12;
    }

    /// <summary>A look at the pool failed; the next one is tried in its turn.</summary>
    /// <param name="Reason">What went wrong.</param>
    public sealed record CycleFailed(string Reason) : KeeperEvent;

    /// <summary>The keeper does not trust an asset's price and fills no auction with it until it does.</summary>
    /// <param name="Asset">The asset.</param>
    /// <param name="Reason">What was seen, with figures.</param>
    public sealed record BreakerTripped(ContractId Asset, string Reason) : KeeperEvent;

    /// <summary>The keeper trusts the price again.</summary>
    /// <param name="Asset">The asset.</param>
    /// <param name="Reason">What was seen, with figures.</param>
    public sealed record BreakerReset(ContractId Asset, string Reason) : KeeperEvent;
}
