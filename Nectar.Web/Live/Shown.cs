using System.Globalization;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;

namespace Nectar.Web.Live;

/// <summary>Figures and names as people read them. What is shortened here is in full beside it, as a title or in the data.</summary>
public static class Shown
{
    /// <summary>USDC with two decimals, rounded down, thousands parted: <c>12,345.67</c>.</summary>
    public static string Money(Usdc amount) => TwoDecimals(amount.Stroops);

    /// <summary>Dollars with two decimals, rounded down.</summary>
    public static string Money(Worth worth) => TwoDecimals(worth.Value);

    /// <summary>All seven decimals, thousands parted.</summary>
    public static string Exact(Usdc amount) => Grouped(amount.ToString());

    /// <summary>Shares with six decimals, rounded down, thousands parted.</summary>
    public static string Exact(Shares amount) => Grouped(amount.ToString()[..^7]);

    /// <summary>A price of a share with six decimals, rounded down.</summary>
    /// <param name="priceE12">USDC per share with 12 decimals.</param>
    public static string SharePrice(Int128 priceE12)
    {
        var (whole, rest) = Int128.DivRem(priceE12, 1_000_000_000_000);
        return string.Create(CultureInfo.InvariantCulture, $"{whole}.{(long)(rest / 1_000_000):000000}");
    }

    /// <summary>XLM, all seven decimals, thousands parted.</summary>
    public static string Xlm(long stroops) => Exact(new Usdc(stroops));

    /// <summary>What somebody asked for, in the answer that says what is wrong with it: never more than so many characters, and an ellipsis.</summary>
    public static string Asked(string text, int most = 40)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > most ? $"{text[..most]}…" : text;
    }

    /// <summary>A strkey as <c>GABC…F2Q0</c>.</summary>
    public static string Address(string strkey) => strkey.Length > 12 ? $"{strkey[..4]}…{strkey[^4..]}" : strkey;

    /// <summary>Somebody's name as it is, an account's strkey shortened.</summary>
    public static string Who(string name) => name.Length == 56 ? Address(name) : name;

    /// <summary>A hash as its first and last digits.</summary>
    public static string Hash(TransactionHash hash) => Address(hash.ToString());

    /// <summary>A ledger, thousands parted.</summary>
    public static string Ledger(LedgerNumber ledger) => Count(ledger.Value);

    /// <summary>A number of things, thousands parted.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number of things with their name: <c>1 liquidation</c>, <c>2 liquidations</c>.</summary>
    public static string Count(long count, string one) => $"{Count(count)} {one}{(count == 1 ? "" : "s")}";

    /// <summary>How long ago: <c>4 s</c>, <c>12 min</c>, <c>3 h</c>, <c>2 d</c>. What lies ahead by a clock's fault is now.</summary>
    public static string Age(TimeSpan age) => age switch
    {
        { TotalSeconds: < 1 } => "0 s",
        { TotalMinutes: < 2 } => Whole(age.TotalSeconds, "s"),
        { TotalHours: < 2 } => Whole(age.TotalMinutes, "min"),
        { TotalDays: < 2 } => Whole(age.TotalHours, "h"),
        _ => Whole(age.TotalDays, "d"),
    };

    /// <summary>A token's amount with up to seven decimals.</summary>
    public static string Amount(Int128 amount, uint decimals)
    {
        var digits = Int128.Abs(amount).ToString(CultureInfo.InvariantCulture).PadLeft((int)decimals + 1, '0');
        var (whole, fraction) = (digits[..^(int)decimals], digits[^(int)decimals..].TrimEnd('0'));
        var text = fraction.Length == 0 ? whole : $"{whole}.{(fraction.Length > 7 ? fraction[..7] : fraction)}";
        return Grouped(amount < 0 ? $"-{text}" : text);
    }

    private static string Whole(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(value)} {unit}");

    private static string TwoDecimals(Int128 tenMillionths)
    {
        // Down, also below zero: a loss never reads as smaller.
        var (hundredths, rest) = Int128.DivRem(tenMillionths, 100_000);
        hundredths -= rest < 0 ? 1 : 0;
        var (whole, cents) = Int128.DivRem(Int128.Abs(hundredths), 100);
        return Grouped(string.Create(CultureInfo.InvariantCulture, $"{(hundredths < 0 ? "-" : "")}{whole}.{(int)cents:00}"));
    }

    private static string Grouped(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        var (whole, rest) = point < 0 ? (number, "") : (number[..point], number[point..]);
        var parsed = Int128.Parse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return (whole.StartsWith('-') && parsed == 0 ? "-" : "") + parsed.ToString("N0", CultureInfo.InvariantCulture) + rest;
    }
}
