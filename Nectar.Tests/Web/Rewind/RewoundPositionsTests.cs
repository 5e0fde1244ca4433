using Nectar.Core.Journal;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.Rewind;

namespace Nectar.Tests.Web.Rewind;

public sealed class RewoundPositionsTests
{
    private static readonly KeptSince whole = new(1, Samples.Now, new LedgerNumber(10));

    [Fact]
    public void Who_owes_stands_with_the_least_healthy_first_and_who_has_paid_does_not()
    {
        var found = RewoundPositions.Of([Sample("anna", 30, 12_000_000), Sample("bert", 31, 9_000_000), Sample("carl", 32, null), Sample("dora", 12, 12_000_000)], whole);

        Assert.Equal(["bert", "anna", "dora"], found.Rows.Select(r => r.Borrower));
        Assert.Equal(("carl", null), (found.Newest!.Borrower, found.MayMiss));
    }

    [Theory]
    [InlineData(1, 20, true)]
    [InlineData(5, 729, false)]
    [InlineData(5, 730, true)]
    public void Where_samples_were_dropped_nobody_counts_as_missing_once_everybody_was_sampled_anew(long firstId, uint newest, bool isWhole)
    {
        var found = RewoundPositions.Of([Sample("anna", newest, 12_000_000)], whole with { FirstId = firstId });

        Assert.Equal(isWhole ? null : "samples are kept since 2026-11-24T12:00:00Z: whoever stood still for the 720 ledgers before may be missing", found.MayMiss);
    }

    [Fact]
    public void Nobody_at_all_is_told_as_nobody()
    {
        var found = RewoundPositions.Of([], whole);

        Assert.Empty(found.Rows);
        Assert.Null(found.MayMiss);
    }

    private static PositionSample Sample(string borrower, uint ledger, long? health) => new(
        borrower, new LedgerNumber(ledger), Samples.Now, health is { } h ? new Ratio(h) : null, health is null ? null : new Worth(1_000_0000000), new Worth(1));
}
