using System.Text.Json;
using System.Text.Json.Serialization;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Rpc;

/// <summary>A protocol value inside a result as its canonical JSON (SEP-51).</summary>
/// <typeparam name="T">The protocol type.</typeparam>
internal sealed class CanonicalXdrConverter<T> : JsonConverter<T>
    where T : IXdrValue<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return T.ReadJson(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => value.WriteJson(writer);
}
