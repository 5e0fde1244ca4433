using Nectar.Core.Contracts.Vault;
using Nectar.Core.Journal;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Xdr;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.History;
using Nectar.Web.Live;
using Nectar.Web.Rewind;

namespace Nectar.Tests.Web.Rewind;

public sealed class RewoundLedgerTests
{
    private static readonly DateTimeOffset until = Samples.Now.AddSeconds(1);

    [Fact]
    public void It_is_the_newest_that_lines_samples_events_or_a_reading_told_of_by_then_and_never_a_later_ones()
    {
        Assert.Null(RewoundLedger.Of([], null, [], [], null, until));
        Assert.Equal(100u, Of([Line(100)], [], [], null));
        Assert.Equal(104u, Of([Line(100)], [Moment(104, 0), Moment(109, 1)], [], null));
        Assert.Equal(106u, Of([Line(100)], [Moment(104, 0)], [Sample(106)], null));
        Assert.Equal(120u, Of([Line(100)], [], [], Samples.Now));
        Assert.Equal(100u, Of([Line(100)], [], [], until));
    }

    [Fact]
    public void Return_and_draw_are_in_the_vault_once_a_line_tells_of_their_ledger_though_the_networks_clock_is_ahead()
    {
        VaultMoment[] moments = [Moment(90, -10), Moment(100, 60)];

        Assert.Same(moments[0], RewoundVault.Of(moments, RewoundLedger.Of([Line(99)], null, moments, [], null, until)!.Value)!.Last);
        Assert.Same(moments[1], RewoundVault.Of(moments, RewoundLedger.Of([Line(99), Line(100)], null, moments, [], null, until)!.Value)!.Last);
    }

    [Fact]
    public void What_the_next_line_tells_of_counts_from_that_line_on_though_the_networks_clock_is_behind()
    {
        VaultMoment[] moments = [Moment(90, -600), Moment(99, -590), Moment(100, -580), Moment(104, -570)];

        Assert.Equal(99u, RewoundLedger.Of([Line(98)], new LedgerNumber(100), moments, [], null, until)?.Value);
        Assert.Equal(103u, RewoundLedger.Of([Line(103)], new LedgerNumber(100), moments, [], null, until)?.Value);
        Assert.Equal(98u, RewoundLedger.Of([Line(98)], new LedgerNumber(99), moments, [], new Reading<VaultPicture>.Live(Samples.Picture(), Samples.Now), until)?.Value);
        Assert.Equal(120u, RewoundLedger.Of([Line(98)], null, moments, [], new Reading<VaultPicture>.Live(Samples.Picture(), Samples.Now), until)?.Value);
    }

    private static uint? Of(IReadOnlyCollection<FeedLine> lines, IReadOnlyList<VaultMoment> moments, IReadOnlyCollection<PositionSample> standing, DateTimeOffset? read) =>
        RewoundLedger.Of(lines, null, moments, standing, read is { } at ? new Reading<VaultPicture>.Live(Samples.Picture(), at) : null, until)?.Value;

    private static FeedLine Line(uint ledger) => new(ledger, Samples.Line(0) with { Ledger = new LedgerNumber(ledger) });

    private static PositionSample Sample(uint ledger) => new("anna", new LedgerNumber(ledger), Samples.Now, new Ratio(12_000_000), new Worth(2), new Worth(1));

    private static VaultMoment Moment(uint ledger, int seconds) => new(
        new LedgerNumber(ledger), Samples.Now.AddSeconds(seconds), Samples.Hash,
        new VaultEvent.Deposited(SCAddress.From(Samples.Alpha), new Usdc(10), new Shares(10)), VaultReplay.Empty with { Idle = new Usdc(10), TotalShares = new Shares(10) });
}
