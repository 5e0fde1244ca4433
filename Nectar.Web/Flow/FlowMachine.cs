using Nectar.Web.Advices;

namespace Nectar.Web.Flow;

/// <summary>
/// From one state of a flow to the next. Pure. What does not fit the state, as an answer that comes too late, changes
/// nothing; what is on its way to the network can be neither taken back nor forgotten.
/// </summary>
public static class FlowMachine
{
    private static readonly Advice expired = new(
        "last ledger passed", "The transaction's last ledger has passed without it: it never will be included.", "Prepare it again: nothing was paid.");

    /// <summary>The next state.</summary>
    public static FlowState Next(FlowState state, FlowEvent happened) => (state, happened) switch
    {
        (FlowState.Sending or FlowState.Pending, FlowEvent.Back or FlowEvent.AccountChanged or FlowEvent.Asked or FlowEvent.Resumed) => state,
        (FlowState.Simulating s, FlowEvent.Simulated e) when e.Review.Order == s.Order => new FlowState.Reviewing(e.Review, e.Notice),
        (FlowState.Simulating s, FlowEvent.NotSimulated e) => new FlowState.Stopped(s.Order, FlowStop.Simulation, e.Advice, null),
        (FlowState.Reviewing s, FlowEvent.Agreed e) when e.Review.Order == s.Review.Order => new FlowState.Signing(e.Review, e.At),
        (FlowState.Reviewing s, FlowEvent.Simulated e) when e.Review.Order == s.Review.Order => new FlowState.Reviewing(e.Review, e.Notice),
        (FlowState.Reviewing s, FlowEvent.NotSimulated e) => new FlowState.Stopped(s.Review.Order, FlowStop.Simulation, e.Advice, null),
        (FlowState.Signing s, FlowEvent.Signed e) when e.Sent.Hash == s.Review.Transaction.Hash => new FlowState.Sending(e.Sent),
        (FlowState.Signing s, FlowEvent.NotSigned e) => new FlowState.Stopped(s.Review.Order, e.Stop, e.Advice, null),
        (FlowState.Signing s, FlowEvent.Back) => new FlowState.Reviewing(s.Review, "You came back from the wallet. A signature that it gives now is not used."),
        (FlowState.Signing s, FlowEvent.AccountChanged) => new FlowState.Simulating(s.Review.Order),
        (FlowState.Reviewing s, FlowEvent.AccountChanged) => new FlowState.Simulating(s.Review.Order),
        (FlowState.Sending s, FlowEvent.HandedIn) => new FlowState.Pending(s.Sent),
        (FlowState.Sending s, FlowEvent.Failed e) => new FlowState.Stopped(s.Sent.Order, FlowStop.Failed, e.Advice, s.Sent.Hash),
        (FlowState.Sending s, FlowEvent.Expired) => new FlowState.Stopped(s.Sent.Order, FlowStop.Expired, expired, s.Sent.Hash),
        (FlowState.Sending s, FlowEvent.Included e) => new FlowState.Confirmed(s.Sent, e.Ledger, e.Received, e.FeeCharged),
        (FlowState.Pending s, FlowEvent.Included e) => new FlowState.Confirmed(s.Sent, e.Ledger, e.Received, e.FeeCharged),
        (FlowState.Pending s, FlowEvent.Failed e) => new FlowState.Stopped(s.Sent.Order, FlowStop.Failed, e.Advice, s.Sent.Hash),
        (FlowState.Pending s, FlowEvent.Expired) => new FlowState.Stopped(s.Sent.Order, FlowStop.Expired, expired, s.Sent.Hash),
        (FlowState.Pending s, FlowEvent.Lost) => new FlowState.Unknown(s.Sent),
        (FlowState.Unknown, FlowEvent.Resumed e) => new FlowState.Pending(e.Sent),
        (FlowState.Editing, FlowEvent.Resumed e) => new FlowState.Pending(e.Sent),
        (FlowState.Editing or FlowState.Stopped or FlowState.Confirmed, FlowEvent.Asked e) => new FlowState.Simulating(e.Order),
        (FlowState.Unknown, FlowEvent.Asked or FlowEvent.Back) => state,
        (_, FlowEvent.Back) => new FlowState.Editing(),
        _ => state,
    };
}
