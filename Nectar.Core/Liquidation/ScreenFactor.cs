using System.Numerics;

namespace Nectar.Core.Liquidation;

/// <summary>What one unit of a position counts for in a sum of health, and how much less or more all roundings together can make of any number of them.</summary>
/// <param name="Numerator">The factor, not rounded.</param>
/// <param name="Denominator">Positive.</param>
/// <param name="Slack">In the oracle's decimals.</param>
internal readonly record struct ScreenFactor(BigInteger Numerator, BigInteger Denominator, BigInteger Slack)
{
    // With 60 amounts of 63 bits no sum comes near 128: what would overflow in the sums themselves is left to them.
    private const int MostBits = 57;
    private const long MostSlack = 1L << 56;

    // The factor is kept times 2^64, so that the upper half of a product is what counts.
    private const int Scale = 64;

    /// <summary>Collateral of a reserve at a price: three times rounded down.</summary>
    public static ScreenFactor OfCollateral(Int128 rateE12, uint factorE7, BigInteger price, BigInteger scalar) => new(
        price * rateE12 * factorE7, scalar * FixedPoint.E12 * FixedPoint.E7, Up(price * factorE7, scalar * FixedPoint.E7) + Up(price, scalar) + 1);

    /// <summary>Debts of a reserve at a price: three times rounded up.</summary>
    public static ScreenFactor OfLiability(Int128 rateE12, uint factorE7, BigInteger price, BigInteger scalar) => new(
        price * rateE12 * FixedPoint.E7, scalar * FixedPoint.E12 * factorE7, Up(price * FixedPoint.E7, scalar * factorE7) + Up(price, scalar) + 1);

    /// <summary>Bits of the factor times 2^64.</summary>
    public int Bits => (int)((Numerator << Scale) / Denominator).GetBitLength();

    /// <summary>Whether amounts below 2^63 are far from what 128 bits hold.</summary>
    public bool IsSmall => Numerator >> MostBits < Denominator;

    /// <summary>The factor times 2^64, rounded down, and the slack, rounded up, both in units of a power of two; null where the slack is out of bounds.</summary>
    public (ulong Factor, long Slack)? In(int unit)
    {
        var (numerator, denominator) = unit > 0 ? (Numerator, Denominator << unit) : (Numerator << -unit, Denominator);
        var slack = unit > 0 ? Up(Slack, BigInteger.One << unit) : Slack << -unit;
        return slack > MostSlack ? null : ((ulong)((numerator << Scale) / denominator), (long)slack);
    }

    private static BigInteger Up(BigInteger of, BigInteger divisor) => (of + divisor - 1) / divisor;
}
