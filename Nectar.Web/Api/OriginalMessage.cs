using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Units;
using Nectar.Web.Live;

namespace Nectar.Web.Api;

/// <summary>
/// An event in the words that the first Nectar's pages colour their lines by (<c>underwater</c>, <c>filled auction</c>,
/// <c>vault</c>, <c>already filled</c>); events that it did not know in ours.
/// </summary>
internal static class OriginalMessage
{
    public static string Of(FeedLine line, IReadOnlyDictionary<ContractId, string> symbols)
    {
        var who = Shown.Address(line.Happened.Borrower ?? "").Replace("…", "..", StringComparison.Ordinal);
        return line.Happened switch
        {
            KeeperEvent.Detected e => $"underwater: {who} hf={e.Health}",
            KeeperEvent.CycleFailed e => $"cycle error: {e.Reason}",
            KeeperEvent.StepFailed e => $"liq failed: {who} {e.Reason}",
            KeeperEvent.Stuck e => $"liq failed: {who} {e.Reason}",
            KeeperEvent.Drawn e => $"drew {e.Amount.Stroops} from vault",
            KeeperEvent.Filled => $"filled auction: {who}",
            KeeperEvent.Liquidated e => $"filled auction: {who} profit {e.Profit.Stroops} to vault",
            KeeperEvent.RaceLost { Step: not CaseStep.Auction } => $"already filled: {who}",
            KeeperEvent.Returned e => $"returned {e.Amount.Stroops} to vault",
            _ => Ours(LogLines.Of(line, symbols)),
        };
    }

    private static string Ours(LogLine line) => $"{line.Keeper} {line.Word.ToLowerInvariant()}: {line.Text}";
}
