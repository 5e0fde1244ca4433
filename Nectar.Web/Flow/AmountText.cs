using Nectar.Core.Units;

namespace Nectar.Web.Flow;

/// <summary>An amount that a person typed, read digit by digit. Nothing is rounded, and nothing goes through floating point.</summary>
public static class AmountText
{
    /// <summary>Reads USDC.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="most">The most that can be.</param>
    /// <returns>The amount, or what is wrong with it; neither for an empty field.</returns>
    public static (Usdc? Amount, string? Problem) ReadUsdc(string text, Usdc most)
    {
        var (units, problem) = Read(text, t => Usdc.Parse(t).Stroops, most.Stroops, "7", most.ToString());
        return (units is { } u ? new Usdc(u) : null, problem);
    }

    /// <summary>Reads shares.</summary>
    /// <inheritdoc cref="ReadUsdc"/>
    public static (Shares? Amount, string? Problem) ReadShares(string text, Shares most)
    {
        var (units, problem) = Read(text, t => Shares.Parse(t).Units, most.Units, "13", most.ToString());
        return (units is { } u ? new Shares(u) : null, problem);
    }

    /// <summary>A part of an amount in percent, rounded down.</summary>
    public static Int128 PartOf(Int128 amount, int percent) => percent == 100 ? amount : amount * percent / 100;

    /// <summary>An amount as it is typed: without zeros behind the last digit that counts.</summary>
    public static string Write(string exact)
    {
        ArgumentNullException.ThrowIfNull(exact);
        return exact.Contains('.', StringComparison.Ordinal) ? exact.TrimEnd('0').TrimEnd('.') : exact;
    }

    private static (Int128? Units, string? Problem) Read(string text, Func<string, Int128> parse, Int128 most, string decimals, string mostText)
    {
        ArgumentNullException.ThrowIfNull(text);
        var typed = text.Trim();
        if (typed.Length == 0)
        {
            return (null, null);
        }

        try
        {
            // As people write it while they are still typing: 12. and .5
            var units = parse(typed.Length > 1 && typed.IndexOf('.', StringComparison.Ordinal) == typed.Length - 1 ? typed[..^1]
                : typed.Length > 1 && typed[0] == '.' ? $"0{typed}"
                : typed);
            return units <= 0 ? (null, $"{typed} is not above 0.")
                : units > most ? (null, $"{typed} is more than the {Write(mostText)} there are.")
                : (units, null);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return (null, $"“{typed}” is no amount: digits with a point and at most {decimals} decimals, like 1250.5.");
        }
    }
}
