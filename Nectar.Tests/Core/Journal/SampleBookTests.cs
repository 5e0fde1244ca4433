using Nectar.Core.Journal;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Journal;

public sealed class SampleBookTests
{
    private const string Anna = "anna";
    private readonly SampleBook book = new([]);

    [Fact]
    public void The_first_look_at_a_position_is_kept_and_the_same_again_is_not()
    {
        var first = Assert.Single(Look(100, (Anna, 12_000_000)));

        Assert.Equal(new PositionSample(Anna, new LedgerNumber(100), Samples.Now, new Ratio(12_000_000), new Worth(1_000_0000000), new Worth(900_0000000)), first);
        Assert.Empty(Look(112, (Anna, 12_000_000)));
    }

    [Fact]
    public void What_moved_by_a_hundredth_is_kept_once_twelve_ledgers_have_passed_and_what_moved_less_is_not()
    {
        Look(100, (Anna, 12_000_000));

        Assert.Empty(Look(111, (Anna, 12_120_000)));
        Assert.Empty(Look(112, (Anna, 12_119_999)));
        Assert.Single(Look(113, (Anna, 12_120_000)));
    }

    [Fact]
    public void Who_crosses_the_edge_is_kept_at_once_in_either_direction()
    {
        Look(100, (Anna, 10_000_000));

        Assert.Equal(new Ratio(9_999_999), Assert.Single(Look(101, (Anna, 9_999_999))).Health);
        Assert.Equal(new Ratio(10_000_000), Assert.Single(Look(102, (Anna, 10_000_000))).Health);
    }

    [Fact]
    public void What_does_not_move_is_kept_each_720_ledgers()
    {
        Look(100, (Anna, 12_000_000));

        Assert.Empty(Look(819, (Anna, 12_000_000)));
        Assert.Single(Look(820, (Anna, 12_000_000)));
        Assert.Empty(Look(821, (Anna, 12_000_000)));
    }

    [Fact]
    public void Who_paid_between_two_lives_is_kept_as_such_at_the_first_look_and_whoever_stands_as_before_is_not_kept_again()
    {
        PositionSample[] before = [.. Look(100, (Anna, 12_000_000), ("bert", 13_000_000)), new("carl", new LedgerNumber(90), Samples.Now, null, null, default)];
        var next = new SampleBook(before);

        var kept = next.Take(Samples.View(Samples.Position("bert", 13_000_000, "any")) with { Ledger = new LedgerNumber(101) });

        Assert.Equal(new PositionSample(Anna, new LedgerNumber(101), Samples.Now, null, null, default), Assert.Single(kept));
    }

    [Fact]
    public void Who_owes_nothing_any_more_is_kept_once_as_such_and_anew_when_debts_come_back()
    {
        Look(100, (Anna, 12_000_000), ("bert", 13_000_000));

        Assert.Equal(new PositionSample(Anna, new LedgerNumber(101), Samples.Now, null, null, default), Assert.Single(Look(101, ("bert", 13_000_000))));
        Assert.Empty(Look(102, ("bert", 13_000_000)));
        Assert.Equal(Anna, Assert.Single(Look(103, (Anna, 12_000_000), ("bert", 13_000_000))).Borrower);
    }

    [Fact]
    public void A_thousand_positions_that_move_in_every_ledger_are_kept_once_in_twelve()
    {
        var kept = 0;
        for (var ledger = 0u; ledger < 121; ledger++)
        {
            kept += Look(ledger, [.. Enumerable.Range(0, 1_000).Select(n => ($"borrower {n}", 12_000_000L + (ledger * 200_000L)))]).Count;
        }

        Assert.Equal(11_000, kept);
    }

    private IReadOnlyList<PositionSample> Look(uint ledger, params (string Borrower, long Health)[] positions) => book.Take(
        Samples.View([.. positions.Select(p => Samples.Position(p.Borrower, p.Health, "any"))]) with { Ledger = new LedgerNumber(ledger) });
}
