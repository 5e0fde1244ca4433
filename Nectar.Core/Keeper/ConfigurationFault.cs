using System.Globalization;

namespace Nectar.Core.Keeper;

/// <summary>A variable that breaks its rule.</summary>
/// <param name="Variable">Its name.</param>
/// <param name="Value">Its value as given; of a secret only how long it is.</param>
/// <param name="Rule">What it must be.</param>
public sealed record ConfigurationFault(string Variable, string Value, string Rule)
{
    /// <summary>What is shown in the place of a value that is, or may be, a secret: how long it is.</summary>
    public static string Hidden(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return string.Create(CultureInfo.InvariantCulture, $"({value.Length} characters, not shown)");
    }

    /// <summary>One line for people.</summary>
    public override string ToString() => $"{Variable}={Value}: {Rule}";
}
