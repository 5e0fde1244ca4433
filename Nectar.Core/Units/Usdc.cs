namespace Nectar.Core.Units;

/// <summary>An amount of USDC, whole in its smallest unit.</summary>
/// <param name="Stroops">The amount in units of 10^-7.</param>
public readonly record struct Usdc(Int128 Stroops) : IComparable<Usdc>
{
    private const int Decimals = 7;

    /// <summary>Nothing.</summary>
    public static Usdc Zero => default;

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">It does not fit 128 bits.</exception>
    public static Usdc operator +(Usdc left, Usdc right) => new(checked(left.Stroops + right.Stroops));

    /// <summary>The difference, which may be negative.</summary>
    /// <exception cref="OverflowException">It does not fit 128 bits.</exception>
    public static Usdc operator -(Usdc left, Usdc right) => new(checked(left.Stroops - right.Stroops));

    /// <summary>Whether the left is less.</summary>
    public static bool operator <(Usdc left, Usdc right) => left.Stroops < right.Stroops;

    /// <summary>Whether the left is more.</summary>
    public static bool operator >(Usdc left, Usdc right) => left.Stroops > right.Stroops;

    /// <summary>Whether the left is no more.</summary>
    public static bool operator <=(Usdc left, Usdc right) => left.Stroops <= right.Stroops;

    /// <summary>Whether the left is no less.</summary>
    public static bool operator >=(Usdc left, Usdc right) => left.Stroops >= right.Stroops;

    /// <summary>Reads digits with at most 7 decimals, exactly.</summary>
    /// <exception cref="FormatException">The text is something else; the message names it.</exception>
    public static Usdc Parse(string text) => new(WholeNumber.Parse(text, Decimals, "USDC"));

    /// <inheritdoc/>
    public int CompareTo(Usdc other) => Stroops.CompareTo(other.Stroops);

    /// <summary>All 7 decimals, with a point.</summary>
    public override string ToString() => WholeNumber.Format(Stroops, Decimals);
}
