using System.Globalization;

namespace Nectar.Core.Keeper;

/// <summary>Reads variables one by one and collects what is wrong with them.</summary>
internal sealed class VariableReader(Func<string, string?> read)
{
    private readonly List<ConfigurationFault> faults = [];

    public IReadOnlyList<ConfigurationFault> Faults => faults;

    public bool IsSet(string variable) => Get(variable) is not null;

    /// <summary>The value without the spaces around it; null where it is missing or empty.</summary>
    public string? Get(string variable) => read(variable)?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>The default where it is not set, and, with a fault, where it breaks the rule.</summary>
    public T Read<T>(string variable, T byDefault, string rule, Func<string, T> parse, Func<T, bool>? isAllowed = null)
    {
        if (Get(variable) is not { } text)
        {
            return byDefault;
        }

        try
        {
            var value = parse(text);
            if (isAllowed?.Invoke(value) != false)
            {
                return value;
            }
        }
        catch (Exception error) when (error is FormatException or OverflowException or ArgumentException)
        {
            // The rule below says more than the parser.
        }

        Fault(variable, Shown(variable, text), rule);
        return byDefault;
    }

    public long ReadWhole(string variable, long byDefault, long least, long most) => Read(
        variable, byDefault, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}"),
        text => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture), value => value >= least && value <= most);

    public IReadOnlyList<T> ReadList<T>(string variable, string rule, Func<string, T> parse)
    {
        var found = new List<T>();
        foreach (var item in (Get(variable) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                found.Add(parse(item));
            }
            catch (Exception error) when (error is FormatException or OverflowException or ArgumentException)
            {
                Fault(variable, Shown(variable, item), rule);
            }
        }

        return found;
    }

    public void Fault(string variable, string value, string rule) => faults.Add(new ConfigurationFault(variable, value, rule));

    // A mistyped secret may be a letter away from a real one; so may a secret that was put into the wrong variable.
    private static string Shown(string variable, string value) =>
        variable.Contains("SECRET", StringComparison.Ordinal) || (value.StartsWith('S') && value.Length > 40)
            ? ConfigurationFault.Hidden(value)
            : value.Length > 100 ? $"{value[..100]}…" : value;
}
