using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Host.Frames;

/// <summary>Writes a request frame of the host module: RFC 4506 layout, values nested as opaques.</summary>
internal sealed class FrameWriter : IDisposable
{
    /// <summary>The frame format's own version, the first word of every frame.</summary>
    public const uint Version = 1;

    private readonly XdrWriter frame = new();

    /// <summary>A request that begins with the version and the operation.</summary>
    public static FrameWriter Request(HostOperation operation)
    {
        var w = new FrameWriter();
        w.UInt32(Version);
        w.UInt32((uint)operation);
        return w;
    }

    /// <summary>What has been written, until the next write or <see cref="Dispose"/>.</summary>
    public ReadOnlySpan<byte> Written => frame.Written;

    public void UInt32(uint value) => frame.WriteUInt32(value);

    public void UInt64(ulong value) => frame.WriteUInt64(value);

    public void Double(double value) => frame.WriteInt64(BitConverter.DoubleToInt64Bits(value));

    public void Bool(bool value) => frame.WriteBool(value);

    /// <summary>Bytes as they are; a multiple of four.</summary>
    public void Raw(ReadOnlySpan<byte> bytes) => frame.WriteFixed(bytes);

    public void Opaque(ReadOnlySpan<byte> bytes)
    {
        frame.WriteUInt32((uint)bytes.Length);
        frame.WriteFixed(bytes);
    }

    /// <summary>An opaque whose bytes are the value's XDR.</summary>
    public void Value<T>(T value)
        where T : IXdrValue<T>
    {
        using var xdr = new XdrWriter();
        value.Encode(xdr);
        Opaque(xdr.Written);
    }

    public void Values<T>(IReadOnlyList<T> values)
        where T : IXdrValue<T> => Array(values, static (w, value) => w.Value(value));

    public void Array<T>(IReadOnlyList<T> items, Action<FrameWriter, T> write)
    {
        UInt32((uint)items.Count);
        foreach (var item in items)
        {
            write(this, item);
        }
    }

    public void Optional<T>(T? value, Action<FrameWriter, T> write)
        where T : class
    {
        Bool(value is not null);
        if (value is not null)
        {
            write(this, value);
        }
    }

    public void Optional(uint? value)
    {
        Bool(value.HasValue);
        if (value is { } number)
        {
            UInt32(number);
        }
    }

    public void Dispose() => frame.Dispose();
}
