using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Web.Live;

/// <summary>Events as lines for people.</summary>
public static class LogLines
{
    /// <summary>The line of an event.</summary>
    /// <param name="line">The event and its id.</param>
    /// <param name="symbols">Names of tokens.</param>
    public static LogLine Of(FeedLine line, IReadOnlyDictionary<ContractId, string> symbols)
    {
        var e = line.Happened;
        var (tone, glyph, word, text) = Say(e, symbols);
        return new LogLine(line.Id, e.At, e.Ledger.Value, e.KeeperName, tone, glyph, word, TokenWords.Of(text, symbols), e.CaseId, e is KeeperEvent.CycleEnded);
    }

    private static (Tone Tone, string Glyph, string Word, string Text) Say(KeeperEvent happened, IReadOnlyDictionary<ContractId, string> symbols)
    {
        var who = Shown.Address(happened.Borrower ?? "");
        return happened switch
        {
            KeeperEvent.Started e => (Tone.Info, "▶", "STARTED",
                $"{e.Mode.ToString().ToLowerInvariant()} mode, {Shown.Count(e.KnownBorrowers, "borrower")} known, {Shown.Count(e.OpenCases, "case")} open"),
            KeeperEvent.Stopped e => (Tone.Info, "■", "STOPPED", $"{Shown.Count(e.OpenCases, "case")} open"),
            KeeperEvent.SettingsTaken e => (Tone.Warning, "⚙", "SETTINGS",
                new KeeperSettings(e.IsPaused, e.IsDryRun, e.MinProfit, TimeSpan.FromSeconds(e.PollSeconds), 0).ToString()),
            KeeperEvent.CycleEnded e => (Tone.Quiet, "·", "WATCHED", Cycle(e)),
            KeeperEvent.CycleFailed e => (Tone.Bad, "✕", "NO READING", e.Reason),
            KeeperEvent.Detected e => (Tone.Warning, "▲", "DETECTED",
                $"{who} health {e.Health}, owes {Shown.Money(e.Debt)} USD against {Shown.Money(e.Collateral)} USD"),
            KeeperEvent.AuctionOpened e => (Tone.Info, "◆", "AUCTION",
                $"{who} {e.Percent} % of the position: {Amounts(e.Lot, symbols)} for {Amounts(e.Bid, symbols)}"),
            KeeperEvent.AuctionAdopted e => (Tone.Info, "◇", "AUCTION",
                $"{who} opened by another at ledger {Shown.Ledger(e.Start)}: {Amounts(e.Lot, symbols)} for {Amounts(e.Bid, symbols)}"),
            KeeperEvent.FillPlanned e => (Tone.Info, "◷", "PLANNED", Plan(who, e)),
            KeeperEvent.StepIntended e => (Tone.Quiet, "·", Capital(e.Step), e.Detail),
            KeeperEvent.StepWithheld e => (Tone.Info, "◇", "DRY RUN", $"{Step(e.Step)} {who} would be sent for at most {Shown.Xlm(e.Fee)} XLM: {e.Detail}"),
            KeeperEvent.StepSent e => (Tone.Quiet, "→", "SENT", $"{Step(e.Step)} {who} as {Shown.Hash(e.Hash)}"),
            KeeperEvent.StepFailed e => (Tone.Bad, "✕", "FAILED", $"{Step(e.Step)} {who}: {e.Reason}{Code(e.Code)}"),
            KeeperEvent.CaseResumed e => (Tone.Info, "↻", "RESUMED", $"{who} from {e.State}: {e.Reason}"),
            KeeperEvent.Drawn e => (Tone.Capital, "↓", "DRAWN", $"{Shown.Money(e.Amount)} USDC from the vault for {who}"),
            KeeperEvent.Bought e => (Tone.Info, "⇄", "BOUGHT", $"{Amount(e.Asset, symbols)} for {Shown.Money(e.Paid)} USDC"),
            KeeperEvent.Filled e => (Tone.Good, "✓", "FILLED", $"{who} {e.Percent} % of the auction"),
            KeeperEvent.Sold e => (Tone.Info, "⇄", "SOLD", $"{Amount(e.Asset, symbols)} for {Shown.Money(e.Brought)} USDC"),
            KeeperEvent.Returned e => (Tone.Capital, "↩", "RETURNED", Return(e)),
            KeeperEvent.Liquidated e => (Tone.Good, "✓", "FILLED",
                $"{who} {e.Percent} %: {Shown.Money(e.Spent)} USDC out, profit {Shown.Money(e.Profit)} USDC back in the vault, {Shown.Count(e.LedgersSinceDetection, "ledger")} after detection"),
            KeeperEvent.RaceLost e => (Tone.Quiet, "–", "LOST RACE", $"{who} {e.Reason}{Winner(e.Winner)}{(e.FeeCharged > 0 ? $", cost {Shown.Xlm(e.FeeCharged)} XLM" : "")}"),
            KeeperEvent.Dropped e => (Tone.Quiet, "○", "DROPPED", $"{who} {e.Reason}"),
            KeeperEvent.Stuck e => (Tone.Bad, "✕", "STUCK", $"{who} {e.Reason}"),
            KeeperEvent.BreakerTripped e => (Tone.Warning, "⚠", "BREAKER", $"{Name(e.Asset, symbols)} is not filled: {e.Reason}"),
            KeeperEvent.BreakerReset e => (Tone.Info, "○", "BREAKER", $"{Name(e.Asset, symbols)} is trusted again: {e.Reason}"),
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType(), "an event without a line"),
        };
    }

    private static string Cycle(KeeperEvent.CycleEnded e)
    {
        var first = e.Reasons.Count > 0 ? $"{(e.Reasons[0].Borrower is { } b ? Shown.Address(b) + " " : "")}{e.Reasons[0].Reason}" : "";
        var lowest = e.LowestHealth switch
        {
            null => " ·",
            // A reason that is the health itself says it once.
            { } health when first.Contains($"HF {health}", StringComparison.Ordinal) => " · lowest",
            { } health => $", lowest health {health} ·",
        };
        return $"{Shown.Count(e.Indebted)} in debt, {Shown.Count(e.Liquidatable)} liquidatable{lowest} {first}".TrimEnd(' ', '·');
    }

    private static string Plan(string who, KeeperEvent.FillPlanned e) => e.Due is { } due
        ? $"{who} fill at ledger {Shown.Ledger(due)}: costs {Shown.Money(e.Cost)}, brings {Shown.Money(e.Brings)} USDC"
        : $"{who} no fill: {e.Reason}";

    private static string Return(KeeperEvent.Returned e) => e.Shortfall > Usdc.Zero
        ? $"{Shown.Money(e.Amount)} USDC to the vault, {Shown.Money(e.Shortfall)} USDC missing"
        : $"{Shown.Money(e.Amount)} USDC to the vault, profit {Shown.Money(e.Profit)} USDC";

    private static string Step(CaseStep step) => step.ToString().ToLowerInvariant();

    private static string Capital(CaseStep step) => step.ToString().ToUpperInvariant();

    private static string Code(uint? code) => code is { } c ? $" (error {c})" : "";

    private static string Winner(string? winner) => winner is null ? "" : $", won by {Shown.Address(winner)}";

    private static string Amounts(IReadOnlyList<AssetAmount> amounts, IReadOnlyDictionary<ContractId, string> symbols) =>
        string.Join(" + ", amounts.Select(a => Amount(a, symbols)));

    private static string Amount(AssetAmount amount, IReadOnlyDictionary<ContractId, string> symbols) =>
        $"{Shown.Amount(amount.Amount, amount.Decimals)} {Name(amount.Asset, symbols)}";

    /// <summary>A token's name; where it has none, its id, shortened.</summary>
    internal static string Name(ContractId asset, IReadOnlyDictionary<ContractId, string> symbols) =>
        symbols.TryGetValue(asset, out var symbol) ? symbol : Shown.Address(asset.ToString());
}
