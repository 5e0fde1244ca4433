using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.State;

/// <summary>Orders bytes as unsigned numbers, a prefix first.</summary>
internal sealed class XdrBytesComparer : IComparer<XdrBytes>
{
    public static XdrBytesComparer Instance { get; } = new();

    public int Compare(XdrBytes x, XdrBytes y) => x.Span.SequenceCompareTo(y.Span);
}
