using System.Runtime.InteropServices;

namespace Nectar.Core.Units;

/// <summary>Thirty-two bytes held inline with value equality: what the ids of this room are made of.</summary>
internal readonly record struct Id32
{
    private readonly ulong a;
    private readonly ulong b;
    private readonly ulong c;
    private readonly ulong d;

    public Id32(ReadOnlySpan<byte> bytes, string what)
    {
        if (bytes.Length != 32)
        {
            throw new ArgumentException($"{bytes.Length} bytes given for {what}, 32 needed", nameof(bytes));
        }

        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        (a, b, c, d) = (words[0], words[1], words[2], words[3]);
    }

    /// <summary>Byte by byte.</summary>
    public int CompareTo(Id32 other)
    {
        ReadOnlySpan<ulong> left = [a, b, c, d];
        ReadOnlySpan<ulong> right = [other.a, other.b, other.c, other.d];
        return MemoryMarshal.AsBytes(left).SequenceCompareTo(MemoryMarshal.AsBytes(right));
    }

    public byte[] ToArray()
    {
        ReadOnlySpan<ulong> words = [a, b, c, d];
        return MemoryMarshal.AsBytes(words).ToArray();
    }
}
