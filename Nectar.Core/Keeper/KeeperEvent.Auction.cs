using Nectar.Core.Liquidation;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

// From a bad position to a plan.
public abstract partial record KeeperEvent
{
    /// <summary>A position may be liquidated.</summary>
    /// <param name="Health">Its health factor, rounded down.</param>
    /// <param name="Collateral">What its collateral is worth at the pool's prices, rounded down.</param>
    /// <param name="Debt">What it owes at the pool's prices, rounded up.</param>
    public sealed record Detected(Ratio Health, Worth Collateral, Worth Debt) : KeeperEvent;

    /// <summary>The keeper's auction is open.</summary>
    /// <param name="Percent">The percent of the position.</param>
    /// <param name="Start">Its first ledger.</param>
    /// <param name="Bid">The debt in it, in tokens with interest so far, rounded up.</param>
    /// <param name="Lot">The collateral in it, in tokens, rounded down.</param>
    /// <param name="Hash">The transaction.</param>
    /// <param name="FeeCharged">Its fee in stroops of XLM.</param>
    public sealed record AuctionOpened(
        uint Percent, LedgerNumber Start, IReadOnlyList<AssetAmount> Bid, IReadOnlyList<AssetAmount> Lot, TransactionHash Hash, long FeeCharged) : KeeperEvent;

    /// <summary>An auction was found that another opened.</summary>
    /// <param name="Start">Its first ledger.</param>
    /// <param name="Bid">The debt in it, in tokens with interest so far, rounded up.</param>
    /// <param name="Lot">The collateral in it, in tokens, rounded down.</param>
    public sealed record AuctionAdopted(LedgerNumber Start, IReadOnlyList<AssetAmount> Bid, IReadOnlyList<AssetAmount> Lot) : KeeperEvent;

    /// <summary>When the keeper means to fill, and what it expects; written again when that changes.</summary>
    /// <param name="Due">The first ledger in which filling pays; null where no ledger does.</param>
    /// <param name="Percent">The percent of the auction.</param>
    /// <param name="Cost">What it will cost then, fees included.</param>
    /// <param name="Brings">What it will bring then, slippage taken off.</param>
    /// <param name="Reason">The decision in words.</param>
    public sealed record FillPlanned(LedgerNumber? Due, uint Percent, Usdc Cost, Usdc Brings, string Reason) : KeeperEvent;

    /// <summary>The case ended without anything of ours in it.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Dropped(string Reason) : KeeperEvent;

    /// <summary>The case cannot go on without a person.</summary>
    /// <param name="Reason">Why, and what is out.</param>
    public sealed record Stuck(string Reason) : KeeperEvent;
}
