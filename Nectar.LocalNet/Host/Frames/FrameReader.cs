using System.Text;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Host.Frames;

/// <summary>
/// Reads a response frame of the host module. The module is ours, so what does not read is a bug and throws
/// <see cref="XdrException"/>.
/// </summary>
internal ref struct FrameReader
{
    private XdrReader frame;

    public FrameReader(ReadOnlySpan<byte> bytes) => frame = new XdrReader(bytes);

    public delegate T ItemReader<T>(ref FrameReader r);

    public uint UInt32(string what) => frame.ReadUInt32(what);

    public int Int32(string what) => frame.ReadInt32(what);

    public long Int64(string what) => frame.ReadInt64(what);

    public ulong UInt64(string what) => frame.ReadUInt64(what);

    public bool Bool(string what) => frame.ReadBool(what);

    public Hash Hash(string what) => new(frame.ReadFixed(Core.Soroban.Xdr.Hash.Size, what));

    /// <summary>A view of the frame's bytes.</summary>
    public ReadOnlySpan<byte> Opaque(string what) => frame.ReadFixed(checked((int)frame.ReadUInt32(what)), what);

    public string Text(string what) => Encoding.UTF8.GetString(Opaque(what));

    public T Value<T>(string what)
        where T : IXdrValue<T> => XdrCodec.Decode<T>(Opaque(what));

    /// <summary>A value that may be there as an opaque of length 0, which stands for none.</summary>
    public T? ValueOrNone<T>(string what)
        where T : class, IXdrValue<T>
    {
        var bytes = Opaque(what);
        return bytes.IsEmpty ? null : XdrCodec.Decode<T>(bytes);
    }

    public IReadOnlyList<T> Values<T>(string what)
        where T : IXdrValue<T> => Array(what, static (ref FrameReader r) => r.Value<T>(typeof(T).Name));

    public IReadOnlyList<T> Array<T>(string what, ItemReader<T> read)
    {
        var count = checked((int)frame.ReadUInt32(what));
        var items = new List<T>(Math.Min(count, 256));
        for (var i = 0; i < count; i++)
        {
            items.Add(read(ref this));
        }

        return items;
    }

    public T? Optional<T>(string what, ItemReader<T> read)
        where T : class => Bool(what) ? read(ref this) : null;

    public readonly void End() => frame.End("response");
}
