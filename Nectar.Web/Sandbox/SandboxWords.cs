using Nectar.Web.Live;

namespace Nectar.Web.Sandbox;

/// <summary>A run in sentences.</summary>
internal static class SandboxWords
{
    /// <summary>What is going on.</summary>
    public static string Of(SandboxProgress progress, Shock shock) => progress switch
    {
        SandboxProgress.Starting => "Starting a network, deploying the contracts, letting accounts borrow.",
        SandboxProgress.Playing { HasFallen: false } p => $"{shock.Code} {(p.Elapsed < ShockPath.FallFrom * ShockPath.LedgersPerRound ? "is about to fall" : "is falling")}.",
        SandboxProgress.Playing { Seen: { } seen } => seen.Cases.Count > 0
            ? $"{shock.Code} has fallen. {Shown.Count(seen.Cases.Count, "case")} in {seen.Name}'s hands; an auction pays some 180 ledgers after it was opened."
            : $"{shock.Code} has fallen. The keepers look who is under water.",
        SandboxProgress.Playing => $"{shock.Code} has fallen.",
        SandboxProgress.Ended(var result) => Of(result, shock),
        SandboxProgress.Failed(var reason) => $"It could not go on: {reason}.",
        _ => throw new InvalidOperationException($"{progress.GetType()} is no progress"),
    };

    /// <summary>A price with 7 decimals as people read it.</summary>
    public static string Price(long priceE7) => Shown.Amount(priceE7, 7);

    private static string Of(SandboxResult result, Shock shock) => result.Ending switch
    {
        SandboxEnding.Settled => $"{Shown.Count(result.UnderWater.Count, "account")} went under water; {Won(result)}.",
        SandboxEnding.NobodyUnderWater =>
            $"Nobody went under water, so that there was nothing to liquidate: of {Shown.Count(result.Accounts, "account")} in debt the lowest health factor was {result.Lowest?.Health}, and only below 1 an auction may be opened. A deeper fall of {shock.Code} does it.",
        SandboxEnding.OutOfLedgers => $"It ended after its {Shown.Count(SandboxCourse.MostLedgers)} ledgers, with something still to do; {Won(result)}.",
        SandboxEnding.OutOfTime => $"It ended because its time was up, with something still to do; {Won(result)}.",
        SandboxEnding.Stopped => $"It was stopped; until then {Won(result)}.",
        var other => throw new InvalidOperationException($"{other} is no ending"),
    };

    private static string Won(SandboxResult result) => result.Liquidations.Count == 0
        ? "nothing was liquidated"
        : string.Join(", ", result.Liquidations.CountBy(l => l.Keeper).OrderByDescending(k => k.Value).Select(k => $"{k.Key} won {Shown.Count(k.Value, "liquidation")}"));
}
