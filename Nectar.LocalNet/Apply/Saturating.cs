namespace Nectar.LocalNet.Apply;

/// <summary>Sums that stop at the ends of their range: for figures that a sender chose and nobody has checked yet.</summary>
internal static class Saturating
{
    public static long Add(long a, long b) => (long)Int128.Clamp((Int128)a + b, long.MinValue, long.MaxValue);

    public static long Subtract(long a, long b) => (long)Int128.Clamp((Int128)a - b, long.MinValue, long.MaxValue);
}
