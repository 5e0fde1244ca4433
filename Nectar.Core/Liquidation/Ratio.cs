using Nectar.Core.Units;

namespace Nectar.Core.Liquidation;

/// <summary>A ratio in ten-millionths, such as a health factor (1.0 is the edge) or proceeds over cost.</summary>
/// <param name="Value">How many: 10,000,000 is one.</param>
public readonly record struct Ratio(Int128 Value) : IComparable<Ratio>
{
    private const int Decimals = 7;
    private const int Shown = 4;

    /// <summary>One.</summary>
    public static Ratio One => new(10_000_000);

    /// <summary>Whether the left is less.</summary>
    public static bool operator <(Ratio left, Ratio right) => left.Value < right.Value;

    /// <summary>Whether the left is more.</summary>
    public static bool operator >(Ratio left, Ratio right) => left.Value > right.Value;

    /// <summary>Whether the left is no more.</summary>
    public static bool operator <=(Ratio left, Ratio right) => left.Value <= right.Value;

    /// <summary>Whether the left is no less.</summary>
    public static bool operator >=(Ratio left, Ratio right) => left.Value >= right.Value;

    /// <summary>Reads digits with at most 7 decimals, exactly.</summary>
    /// <exception cref="FormatException">The text is something else; the message names it.</exception>
    public static Ratio Parse(string text) => new(Usdc.Parse(text).Stroops);

    /// <inheritdoc/>
    public int CompareTo(Ratio other) => Value.CompareTo(other.Value);

    /// <summary>All 7 decimals, with a point: what <see cref="Parse"/> reads.</summary>
    public string ToExactString() => new Usdc(Value).ToString();

    /// <summary>Four decimals, rounded down, so that a health factor below one never reads as one: <c>0.9999</c>.</summary>
    public override string ToString()
    {
        var exact = ToExactString();
        return Int128.IsNegative(Value) ? exact : exact[..^(Decimals - Shown)];
    }
}
