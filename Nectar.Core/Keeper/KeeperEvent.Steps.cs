using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

// What is sent, and how it ended.
public abstract partial record KeeperEvent
{
    /// <summary>A step is decided; nothing is signed yet.</summary>
    /// <param name="Step">Which.</param>
    /// <param name="Amount">The USDC that it moves or expects; null where none.</param>
    /// <param name="Detail">What exactly, in words.</param>
    public sealed record StepIntended(CaseStep Step, Usdc? Amount, string Detail) : KeeperEvent;

    /// <summary>A step that a dry run does not send: simulated and signed, and kept back. Written once for a step of a case.</summary>
    /// <param name="Step">Which.</param>
    /// <param name="Amount">The USDC that it would move or expects; null where none.</param>
    /// <param name="Detail">What exactly, in words.</param>
    /// <param name="Fee">What it would have offered for it at most, in stroops of XLM.</param>
    public sealed record StepWithheld(CaseStep Step, Usdc? Amount, string Detail, long Fee) : KeeperEvent;

    /// <summary>A step's transaction is signed and about to leave.</summary>
    /// <param name="Step">Which.</param>
    /// <param name="Hash">The transaction.</param>
    /// <param name="LastLedger">The last ledger that may include it.</param>
    public sealed record StepSent(CaseStep Step, TransactionHash Hash, LedgerNumber LastLedger) : KeeperEvent;

    /// <summary>A step did not happen. A lost race is not told here but as <see cref="RaceLost"/>.</summary>
    /// <param name="Step">Which.</param>
    /// <param name="Reason">Why, in words.</param>
    /// <param name="Code">The contract's error number; null where no contract said no.</param>
    /// <param name="Hash">The transaction, where one was included.</param>
    public sealed record StepFailed(CaseStep Step, string Reason, uint? Code, TransactionHash? Hash) : KeeperEvent;

    /// <summary>A case of the keeper's life before goes on.</summary>
    /// <param name="State">Where it stood.</param>
    /// <param name="Reason">What the chain said of what was on its way.</param>
    public sealed record CaseResumed(string State, string Reason) : KeeperEvent;

    /// <summary>Capital was drawn.</summary>
    /// <param name="Amount">How much.</param>
    /// <param name="Hash">The transaction.</param>
    /// <param name="FeeCharged">Its fee in stroops of XLM.</param>
    public sealed record Drawn(Usdc Amount, TransactionHash Hash, long FeeCharged) : KeeperEvent;

    /// <summary>A debt asset was bought.</summary>
    /// <param name="Asset">What and how much.</param>
    /// <param name="Paid">The USDC that left.</param>
    /// <param name="Hash">The transaction.</param>
    /// <param name="FeeCharged">Its fee in stroops of XLM.</param>
    public sealed record Bought(AssetAmount Asset, Usdc Paid, TransactionHash Hash, long FeeCharged) : KeeperEvent;

    /// <summary>The auction was filled, its debt repaid and its collateral withdrawn.</summary>
    /// <param name="Percent">The percent of what was left of the auction.</param>
    /// <param name="Hash">The transaction.</param>
    /// <param name="FeeCharged">Its fee in stroops of XLM.</param>
    public sealed record Filled(uint Percent, TransactionHash Hash, long FeeCharged) : KeeperEvent;

    /// <summary>Something of the lot was sold.</summary>
    /// <param name="Asset">What and how much.</param>
    /// <param name="Brought">The USDC that came.</param>
    /// <param name="Hash">The transaction.</param>
    /// <param name="FeeCharged">Its fee in stroops of XLM.</param>
    public sealed record Sold(AssetAmount Asset, Usdc Brought, TransactionHash Hash, long FeeCharged) : KeeperEvent;

    /// <summary>Capital and profit went back to the vault: the end of a staged case.</summary>
    /// <param name="Amount">What was given back, the keeper's fee included.</param>
    /// <param name="Profit">The profit that the vault booked, fee included.</param>
    /// <param name="Shortfall">What of the debt could not be given back; 0 where nothing is missing.</param>
    /// <param name="Hash">The transaction.</param>
    /// <param name="FeeCharged">Its fee in stroops of XLM.</param>
    /// <param name="LedgersSinceDetection">How long it took from detection.</param>
    public sealed record Returned(
        Usdc Amount, Usdc Profit, Usdc Shortfall, TransactionHash Hash, long FeeCharged, uint LedgersSinceDetection) : KeeperEvent;

    /// <summary>The vault liquidated in one transaction: the end of an atomic case.</summary>
    /// <param name="Percent">The percent of what was left of the auction.</param>
    /// <param name="Spent">The USDC that the vault paid on the way.</param>
    /// <param name="Profit">The profit that the vault measured, fee included.</param>
    /// <param name="KeeperFee">What of it the keeper got.</param>
    /// <param name="Hash">The transaction.</param>
    /// <param name="FeeCharged">Its fee in stroops of XLM.</param>
    /// <param name="LedgersSinceDetection">How long it took from detection.</param>
    public sealed record Liquidated(
        uint Percent, Usdc Spent, Usdc Profit, Usdc KeeperFee, TransactionHash Hash, long FeeCharged, uint LedgersSinceDetection) : KeeperEvent;

    /// <summary>Another keeper was first: to fill, or to open the auction.</summary>
    /// <param name="Step">The step that came too late; null where the auction was seen to be gone before one.</param>
    /// <param name="Code">The contract's error number; null where none told it.</param>
    /// <param name="Winner">Who filled, a strkey; null where no event has told it yet, or an opening was lost: events do not tell who opened.</param>
    /// <param name="Hash">Our transaction, where one was included in a ledger.</param>
    /// <param name="FeeCharged">What the race cost, in stroops of XLM; 0 where it was lost before sending.</param>
    /// <param name="Reason">In words.</param>
    public sealed record RaceLost(CaseStep? Step, uint? Code, string? Winner, TransactionHash? Hash, long FeeCharged, string Reason) : KeeperEvent;
}
