using System.Globalization;
using Nectar.Web.Demo;

namespace Nectar.Web.Sandbox;

/// <summary>What a visitor lets happen: the price of one asset falls. Equal shocks give equal prices.</summary>
/// <param name="Asset">Its place among the collateral assets.</param>
/// <param name="Percent">How far it falls.</param>
/// <param name="Seed">What the accounts, and all prices around the fall, follow from.</param>
public sealed record Shock(int Asset, int Percent, ulong Seed)
{
    /// <summary>The least fall.</summary>
    public const int LeastPercent = 1;

    /// <summary>The greatest fall.</summary>
    public const int MostPercent = 50;

    /// <summary>The greatest seed.</summary>
    public const ulong MostSeed = 999_999_999;

    /// <summary>What the form begins with: puts two accounts under water.</summary>
    public static Shock Default { get; } = new(2, 22, 20_260_222);

    /// <summary>The asset's code.</summary>
    public string Code => DemoAsset.Collateral[Asset].Code;

    /// <summary>Its codes that there are.</summary>
    public static IEnumerable<string> Codes => DemoAsset.Collateral.Select(a => a.Code);

    /// <summary>Reads a form's fields; what is left out is the default's.</summary>
    /// <param name="asset">A collateral asset's code.</param>
    /// <param name="percent">A whole number from <see cref="LeastPercent"/> to <see cref="MostPercent"/>.</param>
    /// <param name="seed">A whole number up to <see cref="MostSeed"/>.</param>
    public static ShockReading Read(string? asset, string? percent, string? seed)
    {
        var faults = new List<string>();
        var place = Default.Asset;
        if (asset?.Trim() is { Length: > 0 } code && (place = Codes.ToList().IndexOf(code)) < 0)
        {
            faults.Add($"Asset “{Cut(code)}”: must be one of {string.Join(", ", Codes)}.");
        }

        var fall = (int)Number("Fall", percent, LeastPercent, MostPercent, (ulong)Default.Percent);
        var from = Number("Seed", seed, 0, MostSeed, Default.Seed);
        return faults.Count > 0 ? new ShockReading.Faulty(faults) : new ShockReading.Ok(new Shock(place, fall, from));

        ulong Number(string name, string? text, ulong least, ulong most, ulong byDefault)
        {
            if (text?.Trim() is not { Length: > 0 } given)
            {
                return byDefault;
            }

            if (!ulong.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < least || value > most)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{name} “{Cut(given)}”: must be a whole number from {least} to {most}."));
            }

            return value;
        }
    }

    // Somebody else may have made the link.
    private static string Cut(string text) => text.Length > 20 ? $"{text[..20]}…" : text;
}
