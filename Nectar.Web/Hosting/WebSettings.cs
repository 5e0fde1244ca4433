using System.Net;
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

    /// <summary>Proxies whose word counts about whom they pass on; none by default. <c>NECTAR_PROXIES</c>, a comma list of addresses and networks.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Reads them; faults are added to those found elsewhere, so that all come out together.</summary>
    public static WebSettings Read(Func<string, string?> read, ICollection<ConfigurationFault> faults)
    {
        var maxClients = (int)(WholeVariable.Read(read, "NECTAR_MAX_CLIENTS", 1, 100_000, faults) ?? DefaultMaxClients);
        var proxies = new List<IPNetwork>();
        foreach (var item in (read("NECTAR_PROXIES") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPNetwork.TryParse(item, out var network))
            {
                proxies.Add(network);
            }
            else if (IPAddress.TryParse(item, out var address))
            {
                proxies.Add(new IPNetwork(address, 8 * address.GetAddressBytes().Length));
            }
            else
            {
                faults.Add(new ConfigurationFault("NECTAR_PROXIES", item, "must be addresses like 10.0.0.7 or networks like 10.0.0.0/8, parted by commas"));
            }
        }

        return new WebSettings(read("NECTAR_DATA")?.Trim() is { Length: > 0 } folder ? folder : DefaultDataFolder, maxClients) { Proxies = proxies };
    }
}
