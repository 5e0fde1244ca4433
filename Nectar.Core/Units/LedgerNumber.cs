using System.Globalization;

namespace Nectar.Core.Units;

/// <summary>A ledger by its sequence number, from 1.</summary>
/// <param name="Value">The sequence number.</param>
public readonly record struct LedgerNumber(uint Value) : IComparable<LedgerNumber>
{
    /// <summary>Whether the left one closed earlier.</summary>
    public static bool operator <(LedgerNumber left, LedgerNumber right) => left.Value < right.Value;

    /// <summary>Whether the left one closed later.</summary>
    public static bool operator >(LedgerNumber left, LedgerNumber right) => left.Value > right.Value;

    /// <summary>Whether the left one closed no later.</summary>
    public static bool operator <=(LedgerNumber left, LedgerNumber right) => left.Value <= right.Value;

    /// <summary>Whether the left one closed no earlier.</summary>
    public static bool operator >=(LedgerNumber left, LedgerNumber right) => left.Value >= right.Value;

    /// <summary>The ledger that many later.</summary>
    /// <exception cref="OverflowException">There is none: numbers end at 2^32 − 1.</exception>
    public LedgerNumber Plus(uint ledgers) => new(checked(Value + ledgers));

    /// <inheritdoc/>
    public int CompareTo(LedgerNumber other) => Value.CompareTo(other.Value);

    /// <summary>The number in decimal.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
