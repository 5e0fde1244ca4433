using Nectar.Core.Units;
using Nectar.Web.Advices;

namespace Nectar.Web.Flow;

/// <summary>How far a deposit, a withdrawal or a trust line has come. There is no other way.</summary>
public abstract record FlowState
{
    private FlowState()
    {
    }

    /// <summary>The visitor is choosing an amount.</summary>
    public sealed record Editing : FlowState;

    /// <summary>It is being simulated.</summary>
    public sealed record Simulating(FlowOrder Order) : FlowState;

    /// <summary>The visitor reads what will happen.</summary>
    /// <param name="Review">What.</param>
    /// <param name="Notice">Why it is to be read again; null the first time.</param>
    public sealed record Reviewing(FlowReview Review, string? Notice) : FlowState;

    /// <summary>The wallet has it.</summary>
    /// <param name="Review">What.</param>
    /// <param name="Since">Since when: after a while there must be a way out.</param>
    public sealed record Signing(FlowReview Review, DateTimeOffset Since) : FlowState;

    /// <summary>It is signed and on its way to the network.</summary>
    public sealed record Sending(SentNote Sent) : FlowState;

    /// <summary>The network has it, or may have it: it is asked for by its hash.</summary>
    public sealed record Pending(SentNote Sent) : FlowState;

    /// <summary>It is in a ledger and did what it says.</summary>
    /// <param name="Sent">What.</param>
    /// <param name="Ledger">The ledger.</param>
    /// <param name="Received">Units of shares for a deposit, stroops of USDC for a withdrawal, else 0.</param>
    /// <param name="FeeCharged">What it cost, in stroops of XLM.</param>
    public sealed record Confirmed(SentNote Sent, LedgerNumber Ledger, Int128 Received, long FeeCharged) : FlowState;

    /// <summary>It did not happen.</summary>
    /// <param name="Order">What was asked for.</param>
    /// <param name="Stop">At which step.</param>
    /// <param name="Advice">Why, and what to do.</param>
    /// <param name="Hash">The transaction, where one was sent.</param>
    public sealed record Stopped(FlowOrder Order, FlowStop Stop, Advice Advice, TransactionHash? Hash) : FlowState;

    /// <summary>It may be in a ledger; the network could not be asked until its last ledger had passed.</summary>
    public sealed record Unknown(SentNote Sent) : FlowState;

    /// <summary>The transaction's hash, from the moment it exists.</summary>
    public TransactionHash? HashOrNull => this switch
    {
        Reviewing s => s.Review.Transaction.Hash,
        Signing s => s.Review.Transaction.Hash,
        Sending s => s.Sent.Hash,
        Pending s => s.Sent.Hash,
        Confirmed s => s.Sent.Hash,
        Stopped s => s.Hash,
        Unknown s => s.Sent.Hash,
        _ => null,
    };
}
