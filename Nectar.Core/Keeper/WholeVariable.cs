using System.Globalization;

namespace Nectar.Core.Keeper;

/// <summary>A variable that holds a whole number, digits alone.</summary>
public static class WholeVariable
{
    /// <summary>Reads it; null where it is not set, or breaks its rule, which is then added to the faults.</summary>
    /// <param name="read">Gives a variable's value, null where it is not set.</param>
    /// <param name="name">Its name.</param>
    /// <param name="least">The least it may be.</param>
    /// <param name="most">The most it may be.</param>
    /// <param name="faults">What is wrong so far.</param>
    public static ulong? Read(Func<string, string?> read, string name, ulong least, ulong most, ICollection<ConfigurationFault> faults)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(faults);
        if (read(name)?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        faults.Add(new ConfigurationFault(name, text, $"must be a whole number from {least} to {most}"));
        return null;
    }
}
