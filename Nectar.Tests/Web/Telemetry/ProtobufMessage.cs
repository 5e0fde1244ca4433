using System.Buffers.Binary;
using System.Text;

namespace Nectar.Tests.Web.Telemetry;

/// <summary>A protobuf message without its schema: fields by number. What OTLP sends has no groups and no packed fields that are read here.</summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Number, ReadOnlyMemory<byte> Bytes, ulong Value)> fields = [];

    public ProtobufMessage(ReadOnlyMemory<byte> bytes)
    {
        var rest = bytes;
        while (rest.Length > 0)
        {
            var tag = Varint(ref rest);
            var (content, value) = ((int)tag & 7) switch
            {
                0 => (default, Varint(ref rest)),
                1 => (default, BinaryPrimitives.ReadUInt64LittleEndian(Take(ref rest, 8).Span)),
                2 => (Take(ref rest, (int)Varint(ref rest)), 0ul),
                5 => (Take(ref rest, 4), 0ul),
                var kind => throw new FormatException($"wire type {kind}"),
            };
            fields.Add(((int)(tag >> 3), content, value));
        }
    }

    /// <summary>The messages of a field.</summary>
    public IEnumerable<ProtobufMessage> Messages(int number) => Of(number).Select(bytes => new ProtobufMessage(bytes));

    /// <summary>The text of a field; empty where it is not there.</summary>
    public string Text(int number) => Encoding.UTF8.GetString(Of(number).FirstOrDefault().Span);

    /// <summary>The bytes of a field in hexadecimal digits.</summary>
    public string Hex(int number) => Convert.ToHexStringLower(Of(number).FirstOrDefault().Span);

    /// <summary>The number of a field; 0 where it is not there.</summary>
    public ulong Number(int number) => fields.FirstOrDefault(f => f.Number == number).Value;

    private IEnumerable<ReadOnlyMemory<byte>> Of(int number) => fields.Where(f => f.Number == number).Select(f => f.Bytes);

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> rest, int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }

    private static ulong Varint(ref ReadOnlyMemory<byte> rest)
    {
        var value = 0ul;
        for (var shift = 0; ; shift += 7)
        {
            var next = rest.Span[0];
            rest = rest[1..];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
