using System.Reflection;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Units;
using Nectar.LocalNet.Closing;

namespace Nectar.LocalNet.Rpc;

/// <summary>Answers <c>getHealth</c> and <c>getVersionInfo</c>.</summary>
internal static class NetworkReading
{
    // What stands behind: this program's version, and the commit where the build knew it.
    private static readonly string[] version = (typeof(NetworkReading).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+', 2);

    /// <summary>A network in the same process is always up.</summary>
    public static GetHealthResult Health(RetainedRange kept, LocalNetworkOptions options) => new()
    {
        Status = "healthy",
        LatestLedger = new LedgerNumber(kept.Latest.Sequence),
        LatestLedgerCloseTime = (long)kept.Latest.CloseTime,
        OldestLedger = new LedgerNumber(kept.Oldest.Sequence),
        OldestLedgerCloseTime = (long)kept.Oldest.CloseTime,
        LedgerRetentionWindow = (uint)options.RetentionLedgers,
    };

    /// <summary>What runs here: no stellar-core stands behind it, and the answer says so.</summary>
    public static GetVersionInfoResult Version(uint protocol) => new()
    {
        Version = $"Nectar.LocalNet {version[0]}",
        CommitHash = version is [_, var commit] ? commit : "unknown",
        BuildTimestamp = "",
        CaptiveCoreVersion = "none: Nectar.LocalNet closes its own ledgers",
        ProtocolVersion = protocol,
    };
}
