using System.Globalization;

namespace Nectar.Core.Soroban.Xdr;

public sealed partial record UInt128Parts
{
    /// <summary>The two halves of a number.</summary>
    public static UInt128Parts From(UInt128 value) => new((ulong)(value >> 64), (ulong)(value & ulong.MaxValue));

    /// <summary>Reads a decimal number.</summary>
    /// <exception cref="XdrException">It is none, or does not fit 128 bits.</exception>
    public static UInt128Parts Parse(string text) =>
        UInt128.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? From(value)
            : throw new XdrException(nameof(UInt128Parts), $"'{text}' is not an unsigned 128-bit integer");

    /// <summary>The number.</summary>
    public UInt128 ToUInt128() => new(Hi, Lo);

    /// <summary>The number in decimal.</summary>
    public override string ToString() => ToUInt128().ToString(CultureInfo.InvariantCulture);
}
