using System.Globalization;

namespace Nectar.Core.Units;

/// <summary>Division and decimal text of the amounts of this room, all on whole numbers of the smallest unit.</summary>
internal static class WholeNumber
{
    /// <summary><c>value × numerator / denominator</c>, rounded as named.</summary>
    /// <exception cref="OverflowException">The product does not fit 128 bits.</exception>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Int128 MultiplyDivide(Int128 value, Int128 numerator, Int128 denominator, Rounding rounding)
    {
        var product = checked(value * numerator);
        var (quotient, remainder) = Int128.DivRem(product, denominator);
        var isNegative = Int128.IsNegative(product) != Int128.IsNegative(denominator);
        return (remainder == 0, rounding, isNegative) switch
        {
            (false, Rounding.Down, true) => quotient - 1,
            (false, Rounding.Up, false) => quotient + 1,
            // Int128 itself rounds towards zero.
            _ => quotient,
        };
    }

    /// <summary>All decimals, with a point: <c>-0.0000001</c>.</summary>
    public static string Format(Int128 value, int decimals)
    {
        // The magnitude of the least Int128 fits only the unsigned kind.
        var magnitude = Int128.IsNegative(value) ? (UInt128)(-(value + 1)) + 1 : (UInt128)value;
        var digits = magnitude.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return $"{(Int128.IsNegative(value) ? "-" : "")}{digits[..^decimals]}.{digits[^decimals..]}";
    }

    /// <summary>Reads digits with at most so many decimals behind a point, exactly: nothing is rounded.</summary>
    /// <exception cref="FormatException">The text is something else, or has more decimals.</exception>
    /// <exception cref="OverflowException">It does not fit 128 bits.</exception>
    public static Int128 Parse(string text, int decimals, string what)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('.');
        var whole = parts[0].StartsWith('-') ? parts[0][1..] : parts[0];
        var fraction = parts.Length > 1 ? parts[1] : "";
        if (parts.Length > 2 || whole.Length == 0 || (parts.Length == 2 && fraction.Length == 0)
            || !whole.All(char.IsAsciiDigit) || !fraction.All(char.IsAsciiDigit) || fraction.Length > decimals)
        {
            throw new FormatException($"'{text}' is not an amount of {what}: digits with at most {decimals} decimals");
        }

        var digits = string.Concat(parts[0].StartsWith('-') ? "-" : "", whole, fraction.PadRight(decimals, '0'));
        return Int128.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }
}
