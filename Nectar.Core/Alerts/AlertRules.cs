using System.Globalization;
using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Core.Alerts;

/// <summary>What each rule finds: in an event of a keeper, or in how things stand.</summary>
public static class AlertRules
{
    /// <summary>The signal of an event; null for one that no rule is about.</summary>
    /// <param name="line">Its line in the journal, by which one that comes twice is known.</param>
    /// <param name="happened">The event.</param>
    public static AlertSignal? Of(long line, KeeperEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var (name, keeper, id) = (happened.KeeperName, happened.Keeper, line.ToString(CultureInfo.InvariantCulture));
        return happened switch
        {
            KeeperEvent.BreakerTripped e => new(AlertRule.BreakerTripped, $"breaker {keeper} {e.Asset}", id, $"{name}: the breaker tripped for {e.Asset}: {e.Reason}"),
            KeeperEvent.StepFailed e => new(AlertRule.CaseFailed, $"case {happened.CaseId}", id, $"{name}: {Lower(e.Step)} failed for {happened.Borrower}: {e.Reason}{Code(e.Code)}, case {happened.CaseId}"),
            KeeperEvent.Stuck e => new(AlertRule.CaseFailed, $"case {happened.CaseId}", id, $"{name}: a case is stuck: {e.Reason}, case {happened.CaseId}"),
            KeeperEvent.RaceLost { Step: not CaseStep.Auction } e => new(AlertRule.LiquidationLost, $"lost {keeper}", id, $"{name} lost a liquidation of {happened.Borrower}: {e.Reason}"),
            _ => null,
        };
    }

    /// <summary>The signals of how things stand.</summary>
    /// <param name="facts">How they stand.</param>
    /// <param name="lossBefore">The losses that were told already, or there from the start; null before the first reading.</param>
    /// <param name="setting">How a rule is set.</param>
    public static IEnumerable<AlertSignal> Of(AlertFacts facts, Usdc? lossBefore, Func<AlertRule, AlertSetting> setting)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(setting);
        return facts.Keepers.SelectMany(keeper => Of(keeper, facts.Ledger, setting)).Concat(NetworkSignals.Of(facts, setting)).Concat(OfLoss(facts.Loss, lossBefore, setting(AlertRule.LossBooked)));
    }

    private static IEnumerable<AlertSignal> Of(AlertFacts.Keeper keeper, LedgerNumber? now, Func<AlertRule, AlertSetting> setting)
    {
        var (polls, races, overdue, longest) = (
            setting(AlertRule.KeeperDown).Threshold, setting(AlertRule.XlmLow).Threshold, setting(AlertRule.CapitalOverdue).Threshold, setting(AlertRule.CapitalOut).Threshold);
        if (keeper.Silence > keeper.PollInterval * polls)
        {
            yield return new(AlertRule.KeeperDown, $"down {keeper.Account}", null, string.Create(
                CultureInfo.InvariantCulture, $"{keeper.Name} is possibly down: no sign for {(long)keeper.Silence.TotalSeconds} s, {polls} polls of {keeper.PollInterval.TotalSeconds} s missed"));
        }

        if (keeper.Runway < races)
        {
            yield return new(AlertRule.XlmLow, $"xlm {keeper.Account}", null, string.Create(
                CultureInfo.InvariantCulture, $"{keeper.Name} has XLM for {keeper.Runway} races, fewer than {races}: {keeper.Account}"));
        }

        if (keeper.Due is { } due && now is { } ledger && ledger.Value > due.Value + (ulong)overdue)
        {
            yield return new(AlertRule.CapitalOverdue, $"overdue {keeper.Account} {due}", null, string.Create(
                CultureInfo.InvariantCulture, $"{keeper.Name} has {keeper.Drawn} USDC out since before ledger {due}, now is ledger {ledger}: anyone may settle it from the stake"));
        }

        if (keeper.Opened is { } opened && now is { } at && at.Value > opened.Value + (ulong)longest)
        {
            yield return new(AlertRule.CapitalOut, $"out {keeper.Account} {opened}", null, string.Create(
                CultureInfo.InvariantCulture, $"{keeper.Name} has {keeper.Drawn} USDC out since ledger {opened}, {at.Value - opened.Value} ledgers ago, {longest} are allowed"));
        }
    }

    private static IEnumerable<AlertSignal> OfLoss(Usdc? now, Usdc? lossBefore, AlertSetting setting)
    {
        if (now is { } loss && lossBefore is { } before && loss.Stroops - before.Stroops > (Int128)setting.Threshold * 10_000_000)
        {
            yield return new(AlertRule.LossBooked, "loss", null, $"the vault booked a loss of {loss - before} USDC, {loss} USDC in all");
        }
    }

    private static string Lower(CaseStep step) => step.ToString().ToLowerInvariant();

    private static string Code(uint? code) => code is { } number ? string.Create(CultureInfo.InvariantCulture, $" (error {number})") : "";
}
