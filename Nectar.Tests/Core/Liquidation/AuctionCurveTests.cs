using CsCheck;
using Nectar.Core.Contracts.Pool;
using Nectar.Core.Contracts.Values;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;

namespace Nectar.Tests.Core.Liquidation;

public sealed class AuctionCurveTests
{
    private static readonly ContractId asset = PoolBuilder.Asset(1);
    private static readonly AuctionData auction = Auction(250_000_005);

    [Theory]
    [InlineData(1_000, 50, 125_000_003, 0, 125_000_002, 125_000_003)]
    [InlineData(1_100, 60, 150_000_003, 75_000_001, 100_000_002, 100_000_002)]
    [InlineData(1_300, 60, 75_000_002, 150_000_003, 100_000_002, 100_000_002)]
    [InlineData(1_400, 50, 0, 125_000_002, 125_000_002, 125_000_003)]
    public void A_partial_fill_has_Blends_numbers(uint ledger, uint percent, long bid, long lot, long bidLeft, long lotLeft)
    {
        var part = AuctionCurve.Fill(auction, new LedgerNumber(ledger), percent);

        Assert.Equal((bid, lot, bidLeft, lotLeft), (part.Bid[asset], part.Lot[asset], part.Remainder!.Bid[asset], part.Remainder.Lot[asset]));
        Assert.Equal(bid > 0, part.Bid.Has(asset));
        Assert.Equal(lot > 0, part.Lot.Has(asset));
    }

    [Fact]
    public void A_whole_fill_leaves_nothing() => Assert.Null(AuctionCurve.Fill(auction, new LedgerNumber(1_200), 100).Remainder);

    [Fact]
    public void A_fill_before_the_first_ledger_or_of_no_percent_is_none()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AuctionCurve.Fill(auction, new LedgerNumber(999), 50));
        Assert.Throws<ArgumentOutOfRangeException>(() => AuctionCurve.Fill(auction, new LedgerNumber(1_000), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AuctionCurve.Fill(auction, new LedgerNumber(1_000), 101));
    }

    [Fact]
    public void Waiting_a_ledger_never_worsens_the_terms() =>
        Gen.Select(Gen.Long[1, long.MaxValue], Gen.UInt[1, 100], Gen.UInt[1_000, 1_500]).Sample((amount, percent, ledger) =>
        {
            var (now, next) = (
                AuctionCurve.Fill(Auction(amount), new LedgerNumber(ledger), percent),
                AuctionCurve.Fill(Auction(amount), new LedgerNumber(ledger + 1), percent));
            Assert.True(next.Bid[asset] <= now.Bid[asset] && next.Lot[asset] >= now.Lot[asset]);
        });

    private static AuctionData Auction(long amount) =>
        new(AmountsBuilder.Of((asset, (Int128)amount)), new LedgerNumber(1_000), AmountsBuilder.Of((asset, (Int128)amount)));
}
