namespace Nectar.Web.History;

/// <summary>How much a share's price grew. Pure.</summary>
internal static class Growth
{
    /// <summary>From one price to another in millionths of the first, rounded down, so that a loss never reads as smaller than it is.</summary>
    /// <param name="thenE12">The earlier price, above 0, with 12 decimals as the other.</param>
    /// <param name="nowE12">The later one.</param>
    public static Int128 E6(Int128 thenE12, Int128 nowE12)
    {
        var (quotient, remainder) = Int128.DivRem((nowE12 - thenE12) * 1_000_000, thenE12);
        return remainder < 0 ? quotient - 1 : quotient;
    }
}
