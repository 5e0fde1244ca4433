using Nectar.Core.Keeper;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.Sandbox;

namespace Nectar.Tests.Web.Sandbox;

public sealed class SandboxCourseTests
{
    private const uint Fallen = 100;
    private static readonly KeeperView healthy = Seen(Fallen + 1, 12_000_000);

    [Fact]
    public void Once_both_have_looked_after_the_fall_and_nobody_is_under_water_it_ends() =>
        Assert.Equal(SandboxEnding.NobodyUnderWater, SandboxCourse.EndOf(50, Fallen, [healthy, healthy], underWater: 0));

    [Fact]
    public void Where_somebody_was_under_water_that_end_is_a_settlement() =>
        Assert.Equal(SandboxEnding.Settled, SandboxCourse.EndOf(50, Fallen, [healthy, healthy], underWater: 2));

    public static TheoryData<string, uint?, KeeperView?> Reasons => new()
    {
        { "the fall is not over", null, healthy },
        { "one has not looked", Fallen, null },
        { "its look is from before the whole fall", Fallen, Seen(Fallen, 12_000_000) },
        { "its look failed", Fallen, healthy with { Fault = "no answer" } },
        { "it has found nobody yet", Fallen, healthy with { Positions = [] } },
        { "it sees one under water", Fallen, Seen(Fallen + 1, 9_999_999) },
        { "it has a case in hand", Fallen, healthy with { Cases = [Samples.Case(Guid.Empty, new CaseState.Detected())] } },
    };

    [Theory]
    [MemberData(nameof(Reasons), DisableDiscoveryEnumeration = true)]
    public void It_goes_on_as_long_as_there_is_something_to_wait_for(string why, uint? fallen, KeeperView? seen)
    {
        Assert.True(SandboxCourse.EndOf(SandboxCourse.MostLedgers - 1, fallen, [healthy, seen], 1) is null, why);
        Assert.Equal(SandboxEnding.OutOfLedgers, SandboxCourse.EndOf(SandboxCourse.MostLedgers, fallen, [healthy, seen], 1));
    }

    private static KeeperView Seen(uint ledger, long health) =>
        Samples.View(Samples.Position(Samples.Borrower, health, "")) with { Ledger = new LedgerNumber(ledger) };
}
