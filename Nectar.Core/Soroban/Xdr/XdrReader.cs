using System.Buffers.Binary;

namespace Nectar.Core.Soroban.Xdr;

/// <summary>
/// Reads the wire form of RFC 4506 from a span. A claimed length is held against its limit and against the bytes that
/// are left before any memory is taken for it, and nesting against <see cref="MaxDepth"/>.
/// </summary>
public ref struct XdrReader
{
    /// <summary>The deepest nesting of structs, unions and arrays; the host of protocol 28 allows less for every type.</summary>
    public const int MaxDepth = 500;

    // Arrays start this small and double, so that a claimed length takes memory only as its elements arrive.
    private const int FirstCapacity = 16;

    private readonly ReadOnlySpan<byte> bytes;
    private int depth;

    /// <summary>Reads from the start of the bytes.</summary>
    public XdrReader(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    /// <summary>Reads one element of an array.</summary>
    public delegate T ElementReader<T>(ref XdrReader r);

    /// <summary>How many bytes have been read.</summary>
    public int Position { get; private set; }

    private readonly int Remaining => bytes.Length - Position;

    /// <summary>Reads four bytes as a signed integer.</summary>
    public int ReadInt32(string what) => BinaryPrimitives.ReadInt32BigEndian(Take(4, what));

    /// <summary>Reads four bytes as an unsigned integer.</summary>
    public uint ReadUInt32(string what) => BinaryPrimitives.ReadUInt32BigEndian(Take(4, what));

    /// <summary>Reads eight bytes as a signed integer.</summary>
    public long ReadInt64(string what) => BinaryPrimitives.ReadInt64BigEndian(Take(8, what));

    /// <summary>Reads eight bytes as an unsigned integer.</summary>
    public ulong ReadUInt64(string what) => BinaryPrimitives.ReadUInt64BigEndian(Take(8, what));

    /// <summary>Reads four bytes that must be 0 or 1.</summary>
    public bool ReadBool(string what)
    {
        var value = ReadUInt32(what);
        return value switch
        {
            0 => false,
            1 => true,
            _ => throw new XdrException(what, $"{value} is not a bool (0 or 1)", Position - 4),
        };
    }

    /// <summary>Reads a fixed number of bytes and their padding, which must be zero; the span is a view of the input.</summary>
    public ReadOnlySpan<byte> ReadFixed(int size, string what)
    {
        var value = Take(size, what);
        foreach (var pad in Take((4 - (size & 3)) & 3, what))
        {
            if (pad != 0)
            {
                throw new XdrException(what, $"padding byte {pad} is not zero", Position - 1);
            }
        }

        return value;
    }

    /// <summary>Reads a fixed number of bytes and copies them.</summary>
    public XdrBytes ReadFixedOpaque(int size, string what) => new(ReadFixed(size, what));

    /// <summary>Reads a length of at most <paramref name="max"/> and as many bytes.</summary>
    public XdrBytes ReadOpaque(uint max, string what) => new(ReadFixed((int)ReadLength(max, 1, what), what));

    /// <summary>Reads a length of at most <paramref name="max"/> and as many bytes of text, of whatever encoding.</summary>
    public XdrString ReadString(uint max, string what) => new(ReadFixed((int)ReadLength(max, 1, what), what));

    /// <summary>Reads a count of at most <paramref name="max"/> and as many elements.</summary>
    /// <param name="max">The most elements allowed.</param>
    /// <param name="minSize">The fewest bytes that an element takes.</param>
    /// <param name="what">The field, for errors.</param>
    /// <param name="read">Reads an element.</param>
    public XdrArray<T> ReadArray<T>(uint max, int minSize, string what, ElementReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return ReadElements((int)ReadLength(max, Math.Max(minSize, 4), what), what, read);
    }

    /// <summary>Reads exactly <paramref name="count"/> elements.</summary>
    public XdrArray<T> ReadFixedArray<T>(int count, int minSize, string what, ElementReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return (long)count * minSize <= Remaining ? ReadElements(count, what, read) : throw TooFew((long)count * minSize, what);
    }

    /// <summary>Goes one level deeper; every call needs its <see cref="Leave"/>.</summary>
    public void Enter(string what)
    {
        if (++depth > MaxDepth)
        {
            throw new XdrException(what, $"nested deeper than {MaxDepth} levels", Position);
        }
    }

    /// <summary>Comes back one level.</summary>
    public void Leave() => depth--;

    /// <summary>Refuses what is left behind the value.</summary>
    public readonly void End(string what)
    {
        if (Remaining > 0)
        {
            throw new XdrException(what, $"{Remaining} trailing bytes, the first {bytes[Position]},", Position);
        }
    }

    /// <summary>The error for an enum value or union arm, just read, that the definition does not know.</summary>
    public readonly XdrException Unknown(string what, long value) =>
        new(what, $"{value} is not a known value", Position - 4);

    private XdrArray<T> ReadElements<T>(int count, string what, ElementReader<T> read)
    {
        if (count == 0)
        {
            return default;
        }

        Enter(what);
        var items = new T[Math.Min(count, FirstCapacity)];
        for (var i = 0; i < count; i++)
        {
            if (i == items.Length)
            {
                Array.Resize(ref items, (int)Math.Min(count, 2L * items.Length));
            }

            items[i] = read(ref this);
        }

        Leave();
        return XdrArray<T>.Own(items);
    }

    private uint ReadLength(uint max, int minSize, string what)
    {
        var length = ReadUInt32(what);
        if (length > max)
        {
            throw new XdrException(what, $"length {length} is over the limit of {max}", Position - 4);
        }

        return (long)length * minSize <= Remaining
            ? length
            : throw new XdrException(what, $"length {length} claims more than the {Remaining} bytes left", Position - 4);
    }

    private ReadOnlySpan<byte> Take(int size, string what)
    {
        if (size > Remaining)
        {
            throw TooFew(size, what);
        }

        var taken = bytes.Slice(Position, size);
        Position += size;
        return taken;
    }

    private readonly XdrException TooFew(long size, string what) =>
        new(what, $"{size} bytes needed, {Remaining} left", Position);
}
