using Nectar.Core.Liquidation;
using Nectar.Core.Units;
using Nectar.Tests.Support;
using Nectar.Web.Sandbox;

namespace Nectar.Tests.Web.Sandbox;

public sealed class SandboxWordsTests
{
    private static readonly Shock shock = new(1, 18, 7);

    public static TheoryData<SandboxEnding, string> Endings => new()
    {
        { SandboxEnding.Settled, "2 accounts went under water; alpha won 2 liquidations, beta won 1 liquidation." },
        { SandboxEnding.OutOfLedgers, "It ended after its 700 ledgers, with something still to do; alpha won 2 liquidations, beta won 1 liquidation." },
        { SandboxEnding.OutOfTime, "It ended because its time was up, with something still to do; alpha won 2 liquidations, beta won 1 liquidation." },
        { SandboxEnding.Stopped, "It was stopped; until then alpha won 2 liquidations, beta won 1 liquidation." },
    };

    [Theory]
    [MemberData(nameof(Endings))]
    public void Each_ending_says_why_and_who_won(SandboxEnding ending, string words) =>
        Assert.Equal(words, SandboxWords.Of(new SandboxProgress.Ended(Result(ending, Won("alpha"), Won("beta"), Won("alpha"))), shock));

    [Fact]
    public void Where_nobody_went_under_water_it_says_so_with_the_lowest_health() =>
        Assert.Equal(
            "Nobody went under water, so that there was nothing to liquidate: of 12 accounts in debt the lowest health factor was 1.0231, and only below 1 an auction may be opened. A deeper fall of ETH does it.",
            SandboxWords.Of(new SandboxProgress.Ended(Result(SandboxEnding.NobodyUnderWater)), shock));

    [Fact]
    public void What_goes_on_is_told_from_the_start_to_the_auctions()
    {
        var view = Samples.View(Samples.Position(Samples.Borrower, 9_000_000, ""));
        SandboxProgress[] course =
        [
            new SandboxProgress.Starting(),
            new SandboxProgress.Playing(1, 1, false, null),
            new SandboxProgress.Playing(ShockPath.FallFrom * ShockPath.LedgersPerRound, 1, false, view),
            new SandboxProgress.Playing(40, 1, true, view with { Cases = [] }),
            new SandboxProgress.Failed("the feed was not taken"),
        ];

        Assert.Equal(
            [
                "Starting a network, deploying the contracts, letting accounts borrow.", "ETH is about to fall.", "ETH is falling.",
                "ETH has fallen. The keepers look who is under water.", "It could not go on: the feed was not taken.",
            ],
            course.Select(p => SandboxWords.Of(p, shock)));
    }

    private static SandboxLiquidation Won(string keeper) => new(Samples.Borrower, keeper, new LedgerNumber(200), new Usdc(1), 180);

    private static SandboxResult Result(SandboxEnding ending, params SandboxLiquidation[] liquidations) => new(
        ending, 200, 2, 1, Samples.Vault(), Samples.Vault(), null, Samples.Position(Samples.Borrower, 10_231_000, "") with { Health = new Ratio(10_231_000) },
        ["GA", "GB"], 12, liquidations, []);
}
