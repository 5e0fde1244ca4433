using System.Globalization;
using System.Text.RegularExpressions;
using Nectar.Core.Units;

namespace Nectar.Web.Live;

/// <summary>A keeper's own words with tokens by their names.</summary>
internal static partial class TokenWords
{
    // What stands for a classic asset counts as that does.
    private const uint Decimals = 7;

    /// <summary>A text in which <c>1234567 units of C…</c> and a bare <c>C…</c> read <c>0.1234567 BTC</c> and <c>BTC</c>, where the token has a name.</summary>
    /// <param name="text">The keeper's words.</param>
    /// <param name="symbols">Names of classic assets by contract.</param>
    public static string Of(string text, IReadOnlyDictionary<ContractId, string> symbols) => symbols.Count == 0
        ? text
        : Token().Replace(text, found => symbols.FirstOrDefault(s => s.Key.ToString() == found.Groups["id"].Value).Value is { } symbol ? $"{AmountOf(found.Groups["units"])}{symbol}" : found.Value);

    private static string AmountOf(Group units) => units.Success ? $"{Shown.Amount(Int128.Parse(units.Value, NumberStyles.None, CultureInfo.InvariantCulture), Decimals)} " : "";

    [GeneratedRegex("(?:\\b(?<units>[0-9]{1,38}) units of )?\\b(?<id>C[A-Z2-7]{55})\\b")]
    private static partial Regex Token();
}
