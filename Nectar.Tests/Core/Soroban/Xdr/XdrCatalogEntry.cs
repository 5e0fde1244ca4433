using System.Text.Json;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Tests.Core.Soroban.Xdr;

internal sealed class XdrCatalogEntry<T>(
    string name,
    XdrReader.ElementReader<T> decode,
    Action<XdrWriter, T> encode,
    Action<Utf8JsonWriter, T> writeJson,
    Func<JsonElement, T> readJson) : IXdrCatalogEntry
{
    public string Name => name;

    public object? Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new XdrReader(bytes);
        var value = decode(ref reader);
        reader.End(name);
        return value;
    }

    public byte[] Encode(object? value)
    {
        using var writer = new XdrWriter();
        encode(writer, (T)value!);
        return writer.Written.ToArray();
    }

    public string ToJson(object? value) => XdrCodec.WriteJson(w => writeJson(w, (T)value!));

    public object? FromJson(JsonElement json) => readJson(json);
}
