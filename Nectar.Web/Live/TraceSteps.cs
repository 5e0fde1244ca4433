using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Units;

namespace Nectar.Web.Live;

/// <summary>Events of a case as steps, every figure with its name.</summary>
public static class TraceSteps
{
    /// <summary>The step of an event.</summary>
    /// <param name="line">The event and its id.</param>
    /// <param name="symbols">Names of tokens.</param>
    public static TraceStep Of(FeedLine line, IReadOnlyDictionary<ContractId, string> symbols)
    {
        var (figures, hash, reason) = Read(line.Happened, symbols);
        return new TraceStep(LogLines.Of(line, symbols), [.. figures.Where(f => f.Value.Length > 0)], hash, reason is null ? null : TokenWords.Of(reason, symbols));
    }

    private static (IEnumerable<(string Name, string Value)> Figures, TransactionHash? Hash, string? Reason) Read(
        KeeperEvent happened, IReadOnlyDictionary<ContractId, string> symbols)
    {
        string Name(ContractId asset) => LogLines.Name(asset, symbols);
        IEnumerable<(string, string)> Tokens(string name, IEnumerable<AssetAmount> amounts) =>
            amounts.Select(a => (name, $"{Shown.Amount(a.Amount, a.Decimals)} {Name(a.Asset)}"));
        return happened switch
        {
            KeeperEvent.Detected e => ([("health", e.Health.ToExactString()), ("collateral", $"{e.Collateral} USD"), ("debt", $"{e.Debt} USD")], null, null),
            KeeperEvent.AuctionOpened e => (
                [("of the position", $"{e.Percent} %"), ("first ledger", Shown.Ledger(e.Start)), .. Tokens("lot", e.Lot), .. Tokens("bid", e.Bid), Fee(e.FeeCharged)], e.Hash, null),
            KeeperEvent.AuctionAdopted e => ([("first ledger", Shown.Ledger(e.Start)), .. Tokens("lot", e.Lot), .. Tokens("bid", e.Bid)], null, "opened by another"),
            KeeperEvent.FillPlanned e => (
                e.Due is { } due ? [("due at ledger", Shown.Ledger(due)), ("of the auction", $"{e.Percent} %"), ("costs", Money(e.Cost)), ("brings", Money(e.Brings))] : [], null, e.Reason),
            KeeperEvent.StepIntended e => ([("moves or expects", e.Amount is { } amount ? Money(amount) : "")], null, e.Detail),
            KeeperEvent.StepWithheld e => ([("would move or expect", e.Amount is { } amount ? Money(amount) : ""), ("fee at most", $"{Shown.Xlm(e.Fee)} XLM")], null, e.Detail),
            KeeperEvent.StepSent e => ([("last ledger", Shown.Ledger(e.LastLedger))], e.Hash, null),
            KeeperEvent.StepFailed e => ([("error", e.Code is { } code ? $"{code}" : "")], e.Hash, e.Reason),
            KeeperEvent.CaseResumed e => ([("stood at", e.State)], null, e.Reason),
            KeeperEvent.Drawn e => ([("drawn", Money(e.Amount)), Fee(e.FeeCharged)], e.Hash, null),
            KeeperEvent.Bought e => ([.. Tokens("bought", [e.Asset]), ("paid", Money(e.Paid)), Fee(e.FeeCharged)], e.Hash, null),
            KeeperEvent.Filled e => ([("of the auction", $"{e.Percent} %"), Fee(e.FeeCharged)], e.Hash, null),
            KeeperEvent.Sold e => ([.. Tokens("sold", [e.Asset]), ("brought", Money(e.Brought)), Fee(e.FeeCharged)], e.Hash, null),
            KeeperEvent.Returned e => (
                [("returned", Money(e.Amount)), ("profit", Money(e.Profit)), ("missing", e.Shortfall > Usdc.Zero ? Money(e.Shortfall) : ""), Fee(e.FeeCharged)], e.Hash, null),
            KeeperEvent.Liquidated e => (
                [("of the auction", $"{e.Percent} %"), ("spent", Money(e.Spent)), ("profit", Money(e.Profit)), ("keeper's part", Money(e.KeeperFee)), Fee(e.FeeCharged)], e.Hash, null),
            KeeperEvent.RaceLost e => ([("error", e.Code is { } code ? $"{code}" : ""), ("winner", e.Winner ?? ""), Fee(e.FeeCharged)], e.Hash, e.Reason),
            KeeperEvent.Dropped e => ([], null, e.Reason),
            KeeperEvent.Stuck e => ([], null, e.Reason),
            _ => ([], null, null),
        };
    }

    private static (string, string) Fee(long stroops) => ("fee", stroops > 0 ? $"{Shown.Xlm(stroops)} XLM" : "");

    private static string Money(Usdc amount) => $"{Shown.Exact(amount)} USDC";
}
