using System.Globalization;
using Nectar.Core.Keeper;

namespace Nectar.Web.Hosting;

/// <summary>The application's own variables.</summary>
/// <param name="DataFolder">Where the journal lies. <c>NECTAR_DATA</c>.</param>
/// <param name="MaxClients">Live clients of a kind. <c>NECTAR_MAX_CLIENTS</c>, 1 to 100,000, by default 1,000.</param>
internal sealed record WebSettings(string DataFolder, int MaxClients)
{
    private const int DefaultMaxClients = 1_000;

    /// <summary>Where the journal lies unless told otherwise.</summary>
    public static string DefaultDataFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } folder ? folder : Path.GetTempPath(), "nectar");

    /// <summary>Reads them; faults are added to those found elsewhere, so that all come out together.</summary>
    public static WebSettings Read(Func<string, string?> read, ICollection<ConfigurationFault> faults)
    {
        var maxClients = DefaultMaxClients;
        if (read("NECTAR_MAX_CLIENTS")?.Trim() is { Length: > 0 } text
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out maxClients) && maxClients is >= 1 and <= 100_000))
        {
            faults.Add(new ConfigurationFault("NECTAR_MAX_CLIENTS", text, "must be a whole number from 1 to 100,000"));
        }

        return new WebSettings(read("NECTAR_DATA")?.Trim() is { Length: > 0 } folder ? folder : DefaultDataFolder, maxClients);
    }
}
