using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Core.Alerts;

/// <summary>What rules about lasting states look at.</summary>
/// <param name="Keepers">This process's keepers.</param>
/// <param name="Ledger">The ledger of the vault's reading; null before the first.</param>
/// <param name="Loss">All losses that the vault has booked; null before the first reading.</param>
public sealed record AlertFacts(IReadOnlyList<AlertFacts.Keeper> Keepers, LedgerNumber? Ledger, Usdc? Loss)
{
    /// <summary>How long ago anything was read from the network, and why nothing newer was; null where nobody tried yet.</summary>
    public (TimeSpan Silence, string Reason)? Unread { get; init; }

    /// <summary>Everybody in debt of whom no keeper of this process has a case in hand, lowest health first.</summary>
    public IReadOnlyList<PositionRow> Positions { get; init; } = [];

    /// <summary>The pool's prices.</summary>
    public IReadOnlyList<Price> Prices { get; init; } = [];

    /// <summary>A keeper.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Account">Its account, a strkey.</param>
    /// <param name="Silence">How long ago its last sign of life was.</param>
    /// <param name="PollInterval">Its longest pause between two looks.</param>
    /// <param name="Runway">For how many races its XLM lasts; null where that was not read.</param>
    /// <param name="Drawn">What it has out of the vault.</param>
    /// <param name="Due">The ledger by which that has to be back; null where nothing is out, or that was not read.</param>
    public sealed record Keeper(string Name, string Account, TimeSpan Silence, TimeSpan PollInterval, long? Runway, Usdc Drawn, LedgerNumber? Due)
    {
        /// <summary>The ledger of its oldest open draw; null where nothing is out, or that was not read.</summary>
        public LedgerNumber? Opened { get; init; }
    }

    /// <summary>A price.</summary>
    /// <param name="Asset">The asset's name for people.</param>
    /// <param name="Age">How old it was when the ledger closed at which it was read; null where the oracle gave none.</param>
    public sealed record Price(string Asset, TimeSpan? Age);
}
