using Nectar.Web.Sandbox;

namespace Nectar.Tests.Web.Sandbox;

public sealed class ShockTests
{
    [Fact]
    public void Fields_left_out_are_the_defaults() =>
        Assert.Equal(new ShockReading.Ok(new Shock(2, 22, 20_260_222)), Shock.Read(null, "", " "));

    [Theory]
    [InlineData("BTC", "1", "0", 0, 1, 0)]
    [InlineData("ETH", "18", "7", 1, 18, 7)]
    [InlineData(" SOL ", " 50 ", "999999999", 2, 50, 999_999_999)]
    public void Values_within_the_bounds_are_taken(string asset, string percent, string seed, int place, int fall, ulong from) =>
        Assert.Equal(new ShockReading.Ok(new Shock(place, fall, from)), Shock.Read(asset, percent, seed));

    [Theory]
    [InlineData("BTC", "0", "1", "Fall “0”: must be a whole number from 1 to 50.")]
    [InlineData("BTC", "51", "1", "Fall “51”: must be a whole number from 1 to 50.")]
    [InlineData("BTC", "-18", "1", "Fall “-18”: must be a whole number from 1 to 50.")]
    [InlineData("BTC", "1e1", "1", "Fall “1e1”: must be a whole number from 1 to 50.")]
    [InlineData("BTC", "18", "1000000000", "Seed “1000000000”: must be a whole number from 0 to 999999999.")]
    [InlineData("XLM", "18", "1", "Asset “XLM”: must be one of BTC, ETH, SOL.")]
    [InlineData("btc", "18", "1", "Asset “btc”: must be one of BTC, ETH, SOL.")]
    [InlineData("BTC", "99999999999999999999999", "1", "Fall “99999999999999999999…”: must be a whole number from 1 to 50.")]
    public void A_value_beyond_them_is_refused_by_its_name_and_rule(string asset, string percent, string seed, string fault) =>
        Assert.Equal([fault], Assert.IsType<ShockReading.Faulty>(Shock.Read(asset, percent, seed)).Faults);

    [Fact]
    public void All_faults_are_told_together() =>
        Assert.Equal(3, Assert.IsType<ShockReading.Faulty>(Shock.Read("gold", "many", "x")).Faults.Count);
}
