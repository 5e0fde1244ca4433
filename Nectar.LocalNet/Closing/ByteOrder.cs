namespace Nectar.LocalNet.Closing;

/// <summary>Orders byte arrays as unsigned numbers.</summary>
internal sealed class ByteOrder : IComparer<byte[]>
{
    public static ByteOrder Instance { get; } = new();

    public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
}
