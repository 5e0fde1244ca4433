using System.Globalization;

namespace Nectar.Core.Soroban.Xdr;

public sealed partial record Int128Parts
{
    /// <summary>The two halves of a number.</summary>
    public static Int128Parts From(Int128 value) => new((long)(value >> 64), (ulong)(value & ulong.MaxValue));

    /// <summary>Reads a decimal number.</summary>
    /// <exception cref="XdrException">It is none, or does not fit 128 bits with sign.</exception>
    public static Int128Parts Parse(string text) =>
        Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? From(value)
            : throw new XdrException(nameof(Int128Parts), $"'{text}' is not a signed 128-bit integer");

    /// <summary>The number.</summary>
    public Int128 ToInt128() => ((Int128)Hi << 64) | Lo;

    /// <summary>The number in decimal.</summary>
    public override string ToString() => ToInt128().ToString(CultureInfo.InvariantCulture);
}
