using CsCheck;
using Nectar.Web.Demo;

namespace Nectar.Tests.Web.Demo;

public sealed class DepositorTurnsTests
{
    [Fact]
    public void Depositors_come_with_whole_amounts_within_their_bounds() =>
        Gen.Select(Gen.ULong, Gen.UInt).Sample((seed, slot) =>
            new DepositorTurns(seed).Of(slot, 2) is not var (who, stroops)
            || (who is 0 or 1 && Math.Abs(stroops) is >= 500_0000000 and <= 3_000_0000000 && stroops % 500_0000000 == 0));

    [Fact]
    public void Both_deposit_and_withdraw_at_times_and_mostly_nobody_comes()
    {
        var turns = Enumerable.Range(0, 1_000).Select(s => new DepositorTurns(5).Of((uint)s, 2)).ToArray();

        Assert.InRange(turns.Count(t => t is null), 500, 700);
        foreach (var depositor in new[] { 0, 1 })
        {
            Assert.InRange(turns.Count(t => t is var (who, stroops) && who == depositor && stroops > 0), 50, 150);
            Assert.InRange(turns.Count(t => t is var (who, stroops) && who == depositor && stroops < 0), 50, 150);
        }
    }
}
