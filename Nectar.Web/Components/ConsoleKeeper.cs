using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Web.Live;

namespace Nectar.Web.Components;

/// <summary>A keeper as its operator sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its account, a strkey.</param>
/// <param name="Own">How it is set up; null where it does not run in this process.</param>
/// <param name="Settings">The settings that it goes by; null where it does not run in this process.</param>
/// <param name="View">What it saw last; null where it does not run in this process.</param>
/// <param name="Heart">Whether it lives; null where it does not run in this process.</param>
/// <param name="Tally">What the journal counts; null before its first line.</param>
/// <param name="Registered">What the chain knows of it; null where it is not registered, or that was not read.</param>
/// <param name="Xlm">Its XLM in stroops; null where it was not read.</param>
public sealed record ConsoleKeeper(
    string Name, string Address, KeeperOptions? Own, KeeperSettings? Settings, Reading<KeeperView>? View, Heartbeat? Heart, KeeperTally? Tally, RegisteredKeeper? Registered, long? Xlm)
{
    /// <summary>Its state as a kind, a glyph and words.</summary>
    public (string Kind, string Glyph, string Words) State => (Heart, View) switch
    {
        _ when Registered is { Entry.Slashed: true } => ("danger", "✕", "SLASHED: it may not touch capital any more"),
        (null, _) => ("quiet", "○", "RUNS ELSEWHERE"),
        (Heartbeat.PossiblyDown down, _) => ("danger", "✕", $"POSSIBLY DOWN: no sign for {Shown.Age(down.Silence)}, {Heartbeat.MissedPolls} polls are {Shown.Age(down.Allowed)}{Why}"),
        (Heartbeat.Beating, Reading<KeeperView>.Unavailable or Reading<KeeperView>.Stale) => ("warn", "◐", $"NO READING{Why}"),
        (Heartbeat.Beating beating, _) when Settings is { IsPaused: true } => ("warn", "‖", $"PAUSED{(Settings.IsDryRun ? " in a dry run" : "")}, last sign {Shown.Age(beating.Age)} ago"),
        (Heartbeat.Beating beating, _) when Settings is { IsDryRun: true } => ("warn", "◇", $"DRY RUN, last sign {Shown.Age(beating.Age)} ago"),
        (Heartbeat.Beating beating, _) => ("ok", "●", $"WATCHING, last sign {Shown.Age(beating.Age)} ago"),
        _ => ("quiet", "…", "STARTING"),
    };

    /// <summary>For how many more races like its last ones the XLM lasts; null where that is not known.</summary>
    public long? Runway => KeeperScore.RunwayOf(Xlm, Tally);

    private string Why => View switch
    {
        Reading<KeeperView>.Stale stale => $": {stale.Reason}",
        Reading<KeeperView>.Unavailable none => $": {none.Reason}",
        _ => "",
    };
}
