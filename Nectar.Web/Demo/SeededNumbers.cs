namespace Nectar.Web.Demo;

/// <summary>
/// Numbers that look random and follow from a seed, a purpose and an index alone (SplitMix64's finalizer), so that any of
/// them can be had without those before it.
/// </summary>
/// <param name="seed">The seed.</param>
internal readonly struct SeededNumbers(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    /// <summary>A number from 0 to below a bound.</summary>
    public uint Below(uint bound, Purpose purpose, uint index, uint subject = 0)
    {
        var value = Mixed(unchecked(seed + (Step * (1 + (ulong)purpose))));
        value = Mixed(unchecked(value + (Step * (1 + (ulong)subject))));
        value = Mixed(unchecked(value + (Step * (1 + (ulong)index))));
        return (uint)(value % bound);
    }

    private static ulong Mixed(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }

    /// <summary>What a number is for: numbers of one purpose say nothing of another's.</summary>
    internal enum Purpose
    {
        Scene,
        Wander,
        Drift,
        Leverage,
        Depositor,
    }
}
