using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Closing;

/// <summary>The XDR of a list of changes, <c>LedgerEntryChanges</c>, which is no type of its own in the generated code.</summary>
internal static class ChangeList
{
    public static XdrBytes Encode(XdrArray<LedgerEntryChange> changes)
    {
        using var writer = new XdrWriter();
        writer.WriteUInt32((uint)changes.Count);
        foreach (var change in changes)
        {
            change.Encode(writer);
        }

        return new XdrBytes(writer.Written);
    }

    public static XdrArray<LedgerEntryChange> Decode(XdrBytes bytes)
    {
        var reader = new XdrReader(bytes.Span);
        var changes = reader.ReadArray(uint.MaxValue, 4, nameof(ChangeList), static (ref XdrReader r) => LedgerEntryChange.Decode(ref r));
        reader.End(nameof(ChangeList));
        return changes;
    }
}
