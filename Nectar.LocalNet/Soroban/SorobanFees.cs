using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Soroban;

/// <summary>Resource fees as the host computes them.</summary>
/// <param name="host">The host.</param>
public sealed class SorobanFees(SorobanHost host)
{
    /// <summary>
    /// The non-refundable fee for what a transaction declares, in stroops, rounded up: its resource fee must be no less.
    /// </summary>
    /// <exception cref="InvalidOperationException">The network's settings are refused.</exception>
    public long NonRefundable(LedgerState state, SorobanTransactionData data, uint envelopeSize) =>
        host.ResourceFee(HostLedger.SettingsOf(state), ResourcesOf(data, envelopeSize)) switch
        {
            HostResult<ResourceFee>.Ok(var fee) => fee.NonRefundable,
            var other => throw new InvalidOperationException($"no fee could be computed: {other}"),
        };

    internal static DeclaredResources ResourcesOf(SorobanTransactionData data, uint envelopeSize)
    {
        var (footprint, resources) = (data.Resources.Footprint, data.Resources);
        var classic = footprint.ReadOnly.Concat(footprint.ReadWrite).Count(key => !LedgerKeys.HasLifetime(key));
        var archived = data.Ext is SorobanTransactionDataExt.V1(var ext) ? ext.ArchivedSorobanEntries.Count : 0;
        return new DeclaredResources(
            resources.Instructions,
            (uint)(classic + archived),
            (uint)footprint.ReadWrite.Count,
            resources.DiskReadBytes,
            resources.WriteBytes,
            EventsBytes: 0,
            envelopeSize);
    }
}
