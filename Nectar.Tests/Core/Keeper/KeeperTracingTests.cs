using System.Diagnostics;
using Nectar.Core.Keeper;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Keeper;

public sealed class KeeperTracingTests(SharedHost shared)
{
    [Fact(Timeout = 120_000)]
    public async Task A_look_is_a_span_with_what_it_saw_and_one_for_which_no_ledger_had_closed_is_not_exported()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == KeeperTracing.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var cancel = TestContext.Current.CancellationToken;
        await using var market = await RecordedMarket.StartAsync("lab", shared);
        var keeper = market.Keeper("alpha", CaseMode.Atomic, new RecordingJournal(), TimeProvider.System);
        // Other tests' keepers look at the same time: those of this one stand under this root.
        using var root = new Activity("test").Start();

        var looks = (await keeper.RunCycleAsync(cancel), await keeper.RunCycleAsync(cancel));

        Activity[] own;
        lock (spans)
        {
            own = [.. spans.Where(s => s.TraceId == root.TraceId)];
        }

        Assert.Equal((true, false), looks);
        Assert.Equal([("keeper cycle", true), ("keeper cycle", false)], own.Select(s => (s.OperationName, s.Recorded)));
        Assert.Equal(
            ("alpha", keeper.View!.Ledger.Value, keeper.View.Positions.Count, keeper.View.Cases.Count),
            (own[0].GetTagItem("nectar.keeper"), own[0].GetTagItem("nectar.ledger"), own[0].GetTagItem("nectar.positions"), own[0].GetTagItem("nectar.cases")));
    }
}
