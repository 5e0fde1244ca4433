using System.Numerics;

namespace Nectar.Core.Liquidation;

/// <summary>
/// <c>x × y / divisor</c> on whole numbers, in Blend's way: down is towards minus infinity, up is up for what is positive
/// and towards zero for what is negative. Products beyond 128 bits take a wider path.
/// </summary>
internal static class FixedPoint
{
    public static readonly Int128 E7 = 10_000_000;
    public static readonly Int128 E12 = 1_000_000_000_000;

    private static readonly Int128 small = long.MaxValue;

    /// <exception cref="DivideByZeroException">The divisor is not positive.</exception>
    /// <exception cref="OverflowException">The quotient does not fit 128 bits.</exception>
    public static Int128 MulFloor(Int128 x, Int128 y, Int128 divisor)
    {
        var (quotient, remainder) = MulDiv(x, y, divisor);
        return remainder < 0 ? quotient - 1 : quotient;
    }

    /// <exception cref="DivideByZeroException">The divisor is not positive.</exception>
    /// <exception cref="OverflowException">The quotient does not fit 128 bits.</exception>
    public static Int128 MulCeil(Int128 x, Int128 y, Int128 divisor)
    {
        var (quotient, remainder) = MulDiv(x, y, divisor);
        return remainder > 0 ? quotient + 1 : quotient;
    }

    public static Int128 PowerOfTen(uint exponent)
    {
        var power = Int128.One;
        for (var i = 0u; i < exponent; i++)
        {
            power = checked(power * 10);
        }

        return power;
    }

    // Quotient towards zero; the remainder has the sign of the product.
    private static (Int128 Quotient, Int128 Remainder) MulDiv(Int128 x, Int128 y, Int128 divisor)
    {
        if (divisor <= 0)
        {
            throw new DivideByZeroException("the divisor must be positive");
        }

        if (IsSmall(x) && IsSmall(y))
        {
            var product = x * y;
            var quotient = product / divisor;
            return (quotient, product - (quotient * divisor));
        }

        var wide = BigInteger.DivRem((BigInteger)x * y, divisor, out var remainder);
        return ((Int128)wide, (Int128)remainder);
    }

    // Not by the absolute value: the smallest number of all has none.
    private static bool IsSmall(Int128 value) => value >= -small && value <= small;
}
