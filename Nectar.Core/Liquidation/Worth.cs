using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>What tokens are worth in the currency of the pool's oracle, US dollars as a rule, in ten-millionths.</summary>
/// <param name="Value">How many: 10,000,000 is one dollar.</param>
public readonly record struct Worth(Int128 Value) : IComparable<Worth>
{
    /// <summary>Whether the left is less.</summary>
    public static bool operator <(Worth left, Worth right) => left.Value < right.Value;

    /// <summary>Whether the left is more.</summary>
    public static bool operator >(Worth left, Worth right) => left.Value > right.Value;

    /// <summary>Whether the left is no more.</summary>
    public static bool operator <=(Worth left, Worth right) => left.Value <= right.Value;

    /// <summary>Whether the left is no less.</summary>
    public static bool operator >=(Worth left, Worth right) => left.Value >= right.Value;

    /// <summary>Reads digits with at most 7 decimals, exactly.</summary>
    /// <exception cref="FormatException">The text is something else; the message names it.</exception>
    public static Worth Parse(string text) => new(Usdc.Parse(text).Stroops);

    /// <inheritdoc/>
    public int CompareTo(Worth other) => Value.CompareTo(other.Value);

    /// <summary>All 7 decimals, with a point.</summary>
    public override string ToString() => new Usdc(Value).ToString();
}
