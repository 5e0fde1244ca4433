namespace Nectar.Core.Units;

/// <summary>An amount of vault shares, whole in their smallest unit.</summary>
/// <param name="Units">The amount in units of 10^-13.</param>
public readonly record struct Shares(Int128 Units) : IComparable<Shares>
{
    private const int Decimals = 13;

    /// <summary>Nothing.</summary>
    public static Shares Zero => default;

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">It does not fit 128 bits.</exception>
    public static Shares operator +(Shares left, Shares right) => new(checked(left.Units + right.Units));

    /// <summary>The difference, which may be negative.</summary>
    /// <exception cref="OverflowException">It does not fit 128 bits.</exception>
    public static Shares operator -(Shares left, Shares right) => new(checked(left.Units - right.Units));

    /// <summary>Whether the left is less.</summary>
    public static bool operator <(Shares left, Shares right) => left.Units < right.Units;

    /// <summary>Whether the left is more.</summary>
    public static bool operator >(Shares left, Shares right) => left.Units > right.Units;

    /// <summary>Whether the left is no more.</summary>
    public static bool operator <=(Shares left, Shares right) => left.Units <= right.Units;

    /// <summary>Whether the left is no less.</summary>
    public static bool operator >=(Shares left, Shares right) => left.Units >= right.Units;

    /// <summary>Reads digits with at most 13 decimals, exactly.</summary>
    /// <exception cref="FormatException">The text is something else; the message names it.</exception>
    public static Shares Parse(string text) => new(WholeNumber.Parse(text, Decimals, "vault shares"));

    /// <inheritdoc/>
    public int CompareTo(Shares other) => Units.CompareTo(other.Units);

    /// <summary>All 13 decimals, with a point.</summary>
    public override string ToString() => WholeNumber.Format(Units, Decimals);
}
