using System.Buffers;
using System.Buffers.Binary;

namespace Nectar.Core.Soroban.Xdr;

/// <summary>
/// Writes the wire form of RFC 4506, under the limits that <see cref="XdrReader"/> keeps. The buffer is borrowed:
/// <see cref="Dispose"/> gives it back.
/// </summary>
public sealed class XdrWriter : IDisposable
{
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(1024);
    private int length;
    private int depth;

    /// <summary>What has been written so far, until the next write or <see cref="Dispose"/>.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    /// <summary>Writes four bytes.</summary>
    public void WriteInt32(int value) => BinaryPrimitives.WriteInt32BigEndian(Next(4), value);

    /// <summary>Writes four bytes.</summary>
    public void WriteUInt32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Next(4), value);

    /// <summary>Writes eight bytes.</summary>
    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64BigEndian(Next(8), value);

    /// <summary>Writes eight bytes.</summary>
    public void WriteUInt64(ulong value) => BinaryPrimitives.WriteUInt64BigEndian(Next(8), value);

    /// <summary>Writes 0 or 1 in four bytes.</summary>
    public void WriteBool(bool value) => WriteUInt32(value ? 1u : 0u);

    /// <summary>Writes bytes without a length, padded with zeros to a multiple of four.</summary>
    public void WriteFixed(ReadOnlySpan<byte> value)
    {
        var target = Next(checked(value.Length + 3) & ~3);
        value.CopyTo(target);
        target[value.Length..].Clear();
    }

    /// <summary>Writes exactly <paramref name="size"/> bytes.</summary>
    public void WriteFixedOpaque(XdrBytes value, int size, string what)
    {
        XdrException.ThrowIfSizeDiffers(value.Length, size, what);
        WriteFixed(value.Span);
    }

    /// <summary>Writes a length of at most <paramref name="max"/> and the bytes.</summary>
    public void WriteOpaque(XdrBytes value, uint max, string what)
    {
        WriteLength(value.Length, max, what);
        WriteFixed(value.Span);
    }

    /// <summary>Writes a length of at most <paramref name="max"/> and the bytes of the text.</summary>
    public void WriteString(XdrString value, uint max, string what)
    {
        WriteLength(value.Length, max, what);
        WriteFixed(value.Span);
    }

    /// <summary>Writes a count of at most <paramref name="max"/> and the elements.</summary>
    public void WriteArray<T>(XdrArray<T> value, uint max, string what, Action<XdrWriter, T> write)
    {
        WriteLength(value.Count, max, what);
        WriteElements(value, what, write);
    }

    /// <summary>Writes exactly <paramref name="count"/> elements.</summary>
    public void WriteFixedArray<T>(XdrArray<T> value, int count, string what, Action<XdrWriter, T> write)
    {
        if (value.Count != count)
        {
            throw new XdrException(what, $"{value.Count} elements given, {count} needed");
        }

        WriteElements(value, what, write);
    }

    /// <summary>Goes one level deeper; every call needs its <see cref="Leave"/>.</summary>
    public void Enter(string what)
    {
        if (++depth > XdrReader.MaxDepth)
        {
            throw new XdrException(what, $"nested deeper than {XdrReader.MaxDepth} levels");
        }
    }

    /// <summary>Comes back one level.</summary>
    public void Leave() => depth--;

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        (buffer, length) = ([], 0);
    }

    private Span<byte> Next(int size)
    {
        if (buffer.Length - length < size)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(length + size), (int)Math.Min(2L * buffer.Length, Array.MaxLength)));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        length += size;
        return buffer.AsSpan(length - size, size);
    }

    private void WriteElements<T>(XdrArray<T> value, string what, Action<XdrWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (value.Count == 0)
        {
            return;
        }

        Enter(what);
        foreach (var item in value)
        {
            write(this, item);
        }

        Leave();
    }

    private void WriteLength(int count, uint max, string what)
    {
        if ((uint)count > max)
        {
            throw new XdrException(what, $"length {count} is over the limit of {max}");
        }

        WriteInt32(count);
    }
}
