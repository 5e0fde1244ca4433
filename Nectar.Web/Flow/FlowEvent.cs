using Nectar.Core.Units;
using Nectar.Web.Advices;

namespace Nectar.Web.Flow;

/// <summary>What moves a flow on. There is no other way.</summary>
public abstract record FlowEvent
{
    private FlowEvent()
    {
    }

    /// <summary>The visitor asks for something.</summary>
    public sealed record Asked(FlowOrder Order) : FlowEvent;

    /// <summary>Simulation went well.</summary>
    /// <param name="Review">What it showed.</param>
    /// <param name="Notice">Why it is shown again; null the first time.</param>
    public sealed record Simulated(FlowReview Review, string? Notice) : FlowEvent;

    /// <summary>Simulation, or the network before it, said no.</summary>
    public sealed record NotSimulated(Advice Advice) : FlowEvent;

    /// <summary>The visitor agrees; the wallet is asked, with the transaction as it is now.</summary>
    public sealed record Agreed(FlowReview Review, DateTimeOffset At) : FlowEvent;

    /// <summary>The wallet signed.</summary>
    public sealed record Signed(SentNote Sent) : FlowEvent;

    /// <summary>The wallet did not sign.</summary>
    public sealed record NotSigned(FlowStop Stop, Advice Advice) : FlowEvent;

    /// <summary>The network has it, or may have it.</summary>
    public sealed record HandedIn : FlowEvent;

    /// <summary>It is in a ledger.</summary>
    public sealed record Included(LedgerNumber Ledger, Int128 Received, long FeeCharged) : FlowEvent;

    /// <summary>It failed, or was not taken.</summary>
    public sealed record Failed(Advice Advice) : FlowEvent;

    /// <summary>Its last ledger has passed.</summary>
    public sealed record Expired : FlowEvent;

    /// <summary>The network could not say what became of it.</summary>
    public sealed record Lost : FlowEvent;

    /// <summary>A transaction of before a reload is followed on.</summary>
    public sealed record Resumed(SentNote Sent) : FlowEvent;

    /// <summary>The visitor goes back to the amount.</summary>
    public sealed record Back : FlowEvent;

    /// <summary>The wallet has another account.</summary>
    public sealed record AccountChanged : FlowEvent;
}
