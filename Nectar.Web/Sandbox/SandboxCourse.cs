using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;

namespace Nectar.Web.Sandbox;

/// <summary>How a run goes on, after what its keepers see. Pure.</summary>
internal static class SandboxCourse
{
    /// <summary>The most ledgers of a run: enough for an account to be auctioned twice, one auction after the other.</summary>
    public const uint MostLedgers = 700;

    /// <summary>Why a run ends now; null while it goes on.</summary>
    /// <param name="elapsed">Ledgers since its first.</param>
    /// <param name="fallen">The ledger in which the whole fall was told; null before.</param>
    /// <param name="seen">Each keeper's last look; null before its first.</param>
    /// <param name="underWater">How many accounts were seen under water.</param>
    public static SandboxEnding? EndOf(uint elapsed, uint? fallen, IReadOnlyList<KeeperView?> seen, int underWater)
    {
        // One look at least begins after the last price, so that what it shows has it in it. Who has found no account yet has not looked.
        var isQuiet = fallen is { } ledger
            && seen.All(view => view is { Fault: null, Cases.Count: 0, Positions.Count: > 0 } && view.Ledger.Value > ledger && !view.Positions.Any(p => p.Health.IsUnderWater()));
        return isQuiet
            ? underWater > 0 ? SandboxEnding.Settled : SandboxEnding.NobodyUnderWater
            : elapsed >= MostLedgers ? SandboxEnding.OutOfLedgers : null;
    }
}
