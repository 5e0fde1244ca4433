using Nectar.LocalNet.Host.Frames;

namespace Nectar.LocalNet.Host;

/// <summary>What runs inside the module.</summary>
/// <param name="OldestProtocol">The oldest protocol it runs.</param>
/// <param name="NewestProtocol">The newest.</param>
/// <param name="PreRelease">0 for a released host.</param>
/// <param name="SorobanEnvHost">Version of soroban-env-host.</param>
/// <param name="StellarXdr">Version of stellar-xdr.</param>
/// <param name="Module">Version of the module's own crate.</param>
public sealed record HostVersions(
    uint OldestProtocol,
    uint NewestProtocol,
    uint PreRelease,
    string SorobanEnvHost,
    string StellarXdr,
    string Module)
{
    internal static HostVersions Read(ref FrameReader r) => new(
        r.UInt32("versions.oldest"),
        r.UInt32("versions.newest"),
        r.UInt32("versions.preRelease"),
        r.Text("versions.host"),
        r.Text("versions.xdr"),
        r.Text("versions.module"));
}
