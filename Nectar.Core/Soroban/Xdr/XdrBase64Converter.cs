using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nectar.Core.Soroban.Xdr;

/// <summary>
/// What System.Text.Json makes of a protocol value inside other objects: base64 text, as the RPC protocol has it. The
/// canonical JSON form is <see cref="XdrCodec.ToJson{T}"/>.
/// </summary>
/// <typeparam name="T">The protocol type.</typeparam>
public sealed class XdrBase64Converter<T> : JsonConverter<T>
    where T : IXdrValue<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return XdrCodec.FromBase64<T>(reader.GetString() ?? throw new JsonException($"null is not base64 of {typeof(T).Name}"));
        }
        catch (XdrException error)
        {
            throw new JsonException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value.ToXdr());
}
