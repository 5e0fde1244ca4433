using Nectar.Core.Keeper;
using Nectar.Core.Units;
using Nectar.Web.Live;

namespace Nectar.Web.Rewind;

/// <summary>A keeper as it was at a past moment, by what the journal and the vault's events tell of then.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its account, a strkey.</param>
/// <param name="Own">What this journal tells of it; null where it writes another.</param>
/// <param name="Drawn">What it owed to the vault; null where the vault's history does not reach back.</param>
public sealed record RewoundKeeper(string Name, string Address, KeeperPast? Own, Usdc? Drawn)
{
    /// <summary>Its state as a kind, a glyph and words.</summary>
    public (string Kind, string Glyph, string Words) State => Own switch
    {
        null => ("quiet", "○", "RUNS ELSEWHERE"),
        { Line: null } => ("quiet", "○", "NO LINE BY THEN"),
        { Line.Happened: KeeperEvent.Stopped } => ("quiet", "■", "STOPPED"),
        { Heart: Heartbeat.PossiblyDown down } => ("danger", "✕", $"POSSIBLY DOWN: no line for {Shown.Age(down.Silence)}"),
        { Line.Happened: KeeperEvent.CycleFailed failed } => ("warn", "◐", $"NO READING: {failed.Reason}"),
        { Settings.IsPaused: true } => ("warn", "‖", $"PAUSED{(Own.Settings.IsDryRun ? " in a dry run" : "")}"),
        { Settings.IsDryRun: true } => ("warn", "◇", "DRY RUN"),
        { Cases.Count: > 0 } => ("ok", "▶", "AT WORK"),
        _ => ("ok", "●", "WATCHING"),
    };
}
