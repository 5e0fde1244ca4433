using Nectar.Core.Soroban.Xdr;
using Nectar.LocalNet.Host;
using Nectar.LocalNet.State;

namespace Nectar.LocalNet.Soroban;

/// <summary>What a transaction declares, in the terms that fees and limits are about.</summary>
internal static class Declarations
{
    /// <summary>The resources that the fee is computed from, before its events are known.</summary>
    /// <param name="data">The transaction's.</param>
    /// <param name="envelopeSize">Bytes of the whole signed envelope.</param>
    public static DeclaredResources ResourcesOf(SorobanTransactionData data, uint envelopeSize) => new(
        data.Resources.Instructions,
        DiskReadEntries(data),
        (uint)data.Resources.Footprint.ReadWrite.Count,
        data.Resources.DiskReadBytes,
        data.Resources.WriteBytes,
        EventsBytes: 0,
        envelopeSize);

    /// <summary>Entries that count as read from disk: classic ones, and those that are restored.</summary>
    public static uint DiskReadEntries(SorobanTransactionData data)
    {
        var footprint = data.Resources.Footprint;
        var classic = footprint.ReadOnly.Concat(footprint.ReadWrite).Count(key => !LedgerKeys.HasLifetime(key));
        var archived = data.Ext is SorobanTransactionDataExt.V1(var ext) ? ext.ArchivedSorobanEntries.Count : 0;
        return (uint)(classic + archived);
    }
}
