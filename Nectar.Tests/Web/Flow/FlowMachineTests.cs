using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Transactions;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Tests.Web.Wallet;
using Nectar.Web.Advices;
using Nectar.Web.Flow;

namespace Nectar.Tests.Web.Flow;

public sealed class FlowMachineTests
{
    private static readonly FlowOrder order = new FlowOrder.Deposit(new Usdc(5));
    private static readonly FlowReview review = Review(7, 1_000_000);
    private static readonly SentNote sent = new(order, Samples.Alpha, review.Transaction.Hash, review.LastLedger, false);
    private static readonly Advice advice = AdviceBook.WalletSilent;

    public static TheoryData<FlowState> OnItsWay => [new FlowState.Sending(sent), new FlowState.Pending(sent)];

    [Fact]
    public void A_deposit_goes_from_amount_to_ledger_by_its_six_steps()
    {
        var states = Walk(
            new FlowState.Editing(),
            new FlowEvent.Asked(order),
            new FlowEvent.Simulated(review, null),
            new FlowEvent.Agreed(review, Samples.Now),
            new FlowEvent.Signed(sent),
            new FlowEvent.HandedIn(),
            new FlowEvent.Included(new LedgerNumber(90), 42, 100));

        Assert.Equal(
            [
                new FlowState.Simulating(order), new FlowState.Reviewing(review, null), new FlowState.Signing(review, Samples.Now),
                new FlowState.Sending(sent), new FlowState.Pending(sent), new FlowState.Confirmed(sent, new LedgerNumber(90), 42, 100),
            ],
            states);
        Assert.All(states.Skip(1), s => Assert.Equal(review.Transaction.Hash, s.HashOrNull));
    }

    [Theory]
    [MemberData(nameof(OnItsWay))]
    public void What_is_on_its_way_cannot_be_taken_back_forgotten_or_doubled(FlowState state)
    {
        FlowEvent[] vain = [new FlowEvent.Back(), new FlowEvent.AccountChanged(), new FlowEvent.Asked(order), new FlowEvent.Resumed(sent), new FlowEvent.NotSigned(FlowStop.Declined, advice)];

        Assert.All(vain, e => Assert.Equal(state, FlowMachine.Next(state, e)));
    }

    [Fact]
    public void A_signature_that_comes_after_the_visitor_went_back_changes_nothing()
    {
        var back = FlowMachine.Next(new FlowState.Signing(review, Samples.Now), new FlowEvent.Back());

        Assert.IsType<FlowState.Reviewing>(back);
        Assert.Equal(back, FlowMachine.Next(back, new FlowEvent.Signed(sent)));
    }

    [Fact]
    public void A_signature_of_another_transaction_changes_nothing()
    {
        var signing = new FlowState.Signing(Review(8, 5), Samples.Now);

        Assert.Equal(signing, FlowMachine.Next(signing, new FlowEvent.Signed(sent)));
    }

    [Fact]
    public void Another_account_in_mid_flow_goes_back_to_the_review()
    {
        Assert.Equal(new FlowState.Simulating(order), FlowMachine.Next(new FlowState.Signing(review, Samples.Now), new FlowEvent.AccountChanged()));
        Assert.Equal(new FlowState.Simulating(order), FlowMachine.Next(new FlowState.Reviewing(review, null), new FlowEvent.AccountChanged()));
    }

    [Fact]
    public void Every_side_exit_keeps_what_was_asked_for_and_says_at_which_step()
    {
        Assert.Equal(
            new FlowState.Stopped(order, FlowStop.Simulation, advice, null),
            FlowMachine.Next(new FlowState.Simulating(order), new FlowEvent.NotSimulated(advice)));
        Assert.Equal(
            new FlowState.Stopped(order, FlowStop.Declined, advice, null),
            FlowMachine.Next(new FlowState.Signing(review, Samples.Now), new FlowEvent.NotSigned(FlowStop.Declined, advice)));
        Assert.Equal(
            new FlowState.Stopped(order, FlowStop.Failed, advice, sent.Hash),
            FlowMachine.Next(new FlowState.Pending(sent), new FlowEvent.Failed(advice)));
        var expired = Assert.IsType<FlowState.Stopped>(FlowMachine.Next(new FlowState.Pending(sent), new FlowEvent.Expired()));
        Assert.Equal((FlowStop.Expired, sent.Hash), (expired.Stop, expired.Hash));
    }

    [Fact]
    public void What_may_have_been_accepted_can_only_be_asked_after()
    {
        var unknown = FlowMachine.Next(new FlowState.Pending(sent), new FlowEvent.Lost());

        Assert.Equal(new FlowState.Unknown(sent), unknown);
        Assert.Equal(unknown, FlowMachine.Next(unknown, new FlowEvent.Asked(order)));
        Assert.Equal(unknown, FlowMachine.Next(unknown, new FlowEvent.Back()));
        Assert.Equal(new FlowState.Pending(sent), FlowMachine.Next(unknown, new FlowEvent.Resumed(sent)));
    }

    [Theory]
    [InlineData(1_000_000, 999_000)]
    [InlineData(999, 999)]
    [InlineData(1_001, 1_000)]
    [InlineData(0, 0)]
    public void At_least_is_a_thousandth_less_in_the_visitors_favour(int expected, int least) => Assert.Equal((Int128)least, Review(1, expected).Least);

    private static List<FlowState> Walk(FlowState from, params FlowEvent[] events)
    {
        var states = new List<FlowState>();
        foreach (var happened in events)
        {
            states.Add(FlowMachine.Next(states.Count > 0 ? states[^1] : from, happened));
        }

        return states;
    }

    private static FlowReview Review(long sequence, Int128 expected) => new(
        order,
        Samples.Alpha,
        new TransactionBuilder(MuxedAccount.From(Samples.Alpha), sequence, Network.Standalone)
            .Add(Operations.Payment(MuxedAccount.From(Samples.Beta), Asset.Native.Instance, 1)).ValidUntil(new LedgerNumber(100)).Build(),
        new LedgerNumber(100), expected, WalletSamples.Holdings(), false);
}
