using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web.History;
using Nectar.Tests.Web.Wallet;
using Nectar.Web.Components;
using Nectar.Web.Components.Controls;
using Nectar.Web.Components.Figures;
using Nectar.Web.Components.Positions;
using Nectar.Web.Components.Vaults;
using Nectar.Web.Live;

namespace Nectar.Tests.Web.Components;

/// <summary>The parts of the pages that show a reading: what each is given in a state, and a value that it then shows.</summary>
internal static class ReadingParts
{
    private static readonly TimeSpan vaultAge = TimeSpan.FromDays(20);
    private static readonly IReadOnlyList<KeeperRow> keepers = [new KeeperRow(Samples.Picture().Keepers[0], new Reading<KeeperView>.Live(Samples.View(), Samples.Now), new KeeperTally(Samples.Alpha, "alpha", Samples.Now, 5, 4, 3, 1, 0, new Usdc(100), Fees: 400))];
    private static readonly KeeperView view = Samples.View(
        Samples.Position(Samples.Borrower, 9_342_000, "opens an auction over 46 %"),
        Samples.Position("GHEALTHY", 15_000_000, "HF 1.5000 ≥ 1"));
    private static readonly IReadOnlyList<PositionSample> history =
    [
        new(Samples.Borrower, new LedgerNumber(100), Samples.Now, new Ratio(11_000_000), null, new Worth(900_0000000)),
        new(Samples.Borrower, new LedgerNumber(120), Samples.Now, new Ratio(9_342_000), null, new Worth(900_0000000)),
    ];
    private static readonly IReadOnlyList<LiquidationCase> cases = [Samples.Case(Guid.CreateVersion7(Samples.Now), new CaseState.Detected())];
    private static readonly Guid id = Guid.CreateVersion7(Samples.Now);
    private static readonly CaseTimeline timeline = new(Samples.Case(id, new CaseState.Returned()), [new FeedLine(1, Samples.Detected(id)), new FeedLine(2, Samples.Liquidated(id))]);
    private static readonly LastLiquidation ended = new(timeline.End, []);
    private static readonly NetworkInUse network = Samples.Network();

    /// <summary>All of them by component.</summary>
    public static IReadOnlyDictionary<Type, Part> All { get; } = new Dictionary<Type, Part>
    {
        [typeof(VaultFigures)] = new("60,000.00", s => new() { ["Vault"] = Vault(s), ["Keepers"] = Read(keepers, s), ["Last"] = Read(ended, s), ["Now"] = Samples.Now, ["Network"] = network }),
        [typeof(KeeperTable)] = new("5,000.00", s => new() { ["Reading"] = Read(keepers, s), ["Now"] = Samples.Now, ["Network"] = network, ["Ledger"] = new LedgerNumber(120) }),
        [typeof(PositionTable)] = new("0.9342", s => new() { ["Reading"] = Read(view, s), ["Network"] = network }),
        [typeof(HealthCurve)] = new("0.9342", s => new() { ["History"] = Read(history, s), ["Cases"] = Array.Empty<LiquidationCase>() }),
        [typeof(PositionCases)] = new("1 case, newest first", s => new() { ["Reading"] = Read(cases, s) }),
        [typeof(PositionNow)] = new("0.9342", s => new()
        {
            ["Readings"] = new PositionReadings(OverviewIn(s), Samples.Borrower, null, 200, s is ReadingState.Live or ReadingState.Stale ? view.Positions[0] : null, Read(history, s), Read(cases, s)),
        }),
        [typeof(LiquidationTimeline)] = new("12.34", s => new() { ["Reading"] = Read(ended, s), ["Now"] = Samples.Now, ["Network"] = network }),
        [typeof(ArchitectureDiagram)] = new("60,000.00 USDC", s => new() { ["Readings"] = OverviewIn(s) }),
        [typeof(StatusStrip)] = new("data-figure=\"ledger\">120<", s => new() { ["Readings"] = OverviewIn(s) }),
        [typeof(VaultSummary)] = new("1.002966", s => new() { ["Vault"] = Vault(s), ["Network"] = network }),
        [typeof(Exposure)] = new("59,000.00 USDC", s => new() { ["Vault"] = Vault(s), ["Network"] = network }),
        [typeof(ShareChart)] = new("101.00", s => new()
        {
            ["Vault"] = Read(Samples.Picture() with { Ledger = OneProfit.LedgerAt(vaultAge) }, s, Samples.Now + vaultAge),
            ["Moments"] = OneProfit.Moments,
            ["Network"] = network,
        }),
        [typeof(PositionPanel)] = new($"title=\"{WalletSamples.Holdings().Value}\"", s => new()
        {
            ["Readings"] = new VaultReadings(OverviewIn(s), Samples.Borrower, null, Read(WalletSamples.Holdings(), s), null, [], "no events", null),
        }),
        [typeof(PerformanceFigures)] = new("60,000.00", s => new() { ["Readings"] = Performance(s) }),
        [typeof(FeatureList)] = new("Now: 60,000.00 USDC", s => new() { ["Readings"] = Performance(s) }),
        [typeof(DepositorTable)] = new(Shown.Address(Samples.KeyOf(9).AccountId.ToString()), s => new() { ["Vault"] = Vault(s), ["Network"] = network }),
        [typeof(KeeperScores)] = new("5,000.00 USDC", s => new() { ["Scores"] = Performance(s).Scores, ["Keepers"] = Read(keepers, s), ["Now"] = Samples.Now, ["Since"] = Samples.Now.AddHours(-3), ["Network"] = network, ["Ledger"] = new LedgerNumber(120) }),
    };

    /// <summary>A reading in a state.</summary>
    public static Reading<T> Read<T>(T value, ReadingState state, DateTimeOffset? at = null) => state switch
    {
        ReadingState.Loading => new Reading<T>.Loading("deploying contracts"),
        ReadingState.Live => new Reading<T>.Live(value, at ?? Samples.Now),
        ReadingState.Stale => new Reading<T>.Stale(value, at ?? Samples.Now, TimeSpan.FromSeconds(42), "connection refused"),
        _ => new Reading<T>.Unavailable("connection refused"),
    };

    private static Reading<VaultPicture> Vault(ReadingState state) => Read(Samples.Picture(), state);

    private static Overview OverviewIn(ReadingState state) =>
        new(Samples.Now, Samples.Network(), Vault(state), Read(view, state), Read(keepers, state), [], 7, null);

    // As the page's source puts it together: without keepers there are no scores.
    private static PerformanceReadings Performance(ReadingState state)
    {
        var overview = OverviewIn(state);
        return new PerformanceReadings(overview, [], null, timeline.End is { } end ? [end] : [], [.. (overview.Keepers.ValueOrDefault ?? []).Select(k => KeeperScore.Of(k, null, [], null))], Samples.Now);
    }

    /// <summary>A part.</summary>
    /// <param name="Value">Something that it shows where it has a value, and nowhere else.</param>
    /// <param name="Given">Its parameters in a state.</param>
    internal sealed record Part(string Value, Func<ReadingState, Dictionary<string, object?>> Given);
}
