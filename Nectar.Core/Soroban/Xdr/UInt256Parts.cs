using System.Globalization;
using System.Numerics;

namespace Nectar.Core.Soroban.Xdr;

public sealed partial record UInt256Parts
{
    /// <summary>The four quarters of a number.</summary>
    /// <exception cref="OverflowException">It does not fit 256 bits, unsigned.</exception>
    public static UInt256Parts From(BigInteger value)
    {
        var mask = (BigInteger)ulong.MaxValue;
        return new UInt256Parts(
            (ulong)(value >> 192), (ulong)((value >> 128) & mask), (ulong)((value >> 64) & mask), (ulong)(value & mask));
    }

    /// <summary>Reads a decimal number.</summary>
    /// <exception cref="XdrException">It is none, or does not fit 256 bits, unsigned.</exception>
    public static UInt256Parts Parse(string text)
    {
        // 2^256 has 78 digits: a longer text is refused before its quadratic reading.
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= 79 && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value.Sign >= 0 && value.GetBitLength() <= 256)
        {
            return From(value);
        }

        throw new XdrException(nameof(UInt256Parts), $"'{(text.Length > 100 ? text[..100] : text)}' is not an integer of 256 bits, unsigned");
    }

    /// <summary>The number.</summary>
    public BigInteger ToBigInteger() =>
        ((BigInteger)HiHi << 192) | ((BigInteger)HiLo << 128) | ((BigInteger)LoHi << 64) | LoLo;

    /// <summary>The number in decimal.</summary>
    public override string ToString() => ToBigInteger().ToString(CultureInfo.InvariantCulture);
}
