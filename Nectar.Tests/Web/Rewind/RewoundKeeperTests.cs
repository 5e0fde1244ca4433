using Nectar.Core.Journal;
using Nectar.Core.Keeper;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.Rewind;

namespace Nectar.Tests.Web.Rewind;

public sealed class RewoundKeeperTests
{
    private static readonly TimeSpan poll = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ledgerTime = TimeSpan.FromSeconds(5);
    private static readonly KeeperSettings running = new(false, false, Ratio.One, poll, 1);

    public static TheoryData<string, KeeperEvent?, KeeperSettings?, int, string> States => new()
    {
        { "no line yet", null, null, 0, "NO LINE BY THEN" },
        { "a line just now", Samples.Line(0), null, 1, "NO READING: line 0" },
        { "a look just now", Look(), running, 1, "WATCHING" },
        // A quiet keeper writes once in 12 ledgers, 60 s, and may miss three.
        { "a look three minutes ago", Look(), running, 180, "WATCHING" },
        { "a look longer ago", Look(), running, 181, "POSSIBLY DOWN: no line for 3 min" },
        { "a slow keeper's look", Look(), running with { PollInterval = TimeSpan.FromSeconds(300) }, 900, "WATCHING" },
        { "paused", Look(), running with { IsPaused = true }, 1, "PAUSED" },
        { "paused in a dry run", Look(), running with { IsPaused = true, IsDryRun = true }, 1, "PAUSED in a dry run" },
        { "dry run", Look(), running with { IsDryRun = true }, 1, "DRY RUN" },
        { "stopped long ago", Stamped(new KeeperEvent.Stopped(0)), running, 5_000, "STOPPED" },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void Its_state_is_what_its_last_line_and_its_settings_of_then_say(string what, KeeperEvent? last, KeeperSettings? settings, int later, string words)
    {
        var past = KeeperPast.Of(last is null ? null : new FeedLine(3, last), null, settings, poll, [], ledgerTime, Samples.Now.AddSeconds(later));

        Assert.Equal((what, words), (what, new RewoundKeeper("alpha", "G", past, null).State.Words));
    }

    [Fact]
    public void Cases_in_hand_are_its_own_and_who_writes_another_journal_runs_elsewhere()
    {
        var (own, other) = (Guid.CreateVersion7(Samples.Now), Guid.CreateVersion7(Samples.Now));
        RewoundCase[] cases =
        [
            new(Samples.Case(own, new CaseState.Detected()), new FeedLine(1, Samples.Detected(own))),
            new(Samples.Case(other, new CaseState.Detected()) with { Keeper = Samples.Beta }, new FeedLine(2, Samples.Detected(other))),
        ];

        var past = KeeperPast.Of(new FeedLine(3, Look()), null, null, poll, cases, ledgerTime, Samples.Now);

        Assert.Equal(own, Assert.Single(past.Cases).Case.Id);
        Assert.Equal("AT WORK", new RewoundKeeper("alpha", "G", past, null).State.Words);
        Assert.Equal("RUNS ELSEWHERE", new RewoundKeeper("alpha", "G", null, Usdc.Zero).State.Words);
    }

    [Fact]
    public void A_case_is_in_hand_from_its_first_line_until_the_one_that_ends_it_whatever_became_of_it()
    {
        var id = Guid.CreateVersion7(Samples.Now);
        FeedLine[] lines = [new(10, Samples.Detected(id)), new(14, Samples.Filled(id)), new(20, Samples.Returned(id, new Usdc(1)))];
        foreach (var isOver in new[] { true, false })
        {
            var timeline = new CaseTimeline(Samples.Case(id, isOver ? new CaseState.Returned() : new CaseState.Filled()), lines);

            Assert.Null(RewoundCase.Of(timeline, 9));
            Assert.Equal(10, RewoundCase.Of(timeline, 13)!.Last.Id);
            Assert.Equal(14, RewoundCase.Of(timeline, 14)!.Last.Id);
            Assert.Equal(14, RewoundCase.Of(timeline, 19)!.Last.Id);
            Assert.Equal(isOver ? null : 20, RewoundCase.Of(timeline, 20)?.Last.Id);
        }
    }

    private static KeeperEvent Look() => Stamped(new KeeperEvent.CycleEnded(3, 2, 0, 0, null, null, [new WhyNot(null, "any")]));

    private static KeeperEvent Stamped(KeeperEvent happened) => happened with { Keeper = Samples.Alpha, KeeperName = "alpha", Ledger = new LedgerNumber(100), At = Samples.Now };
}
