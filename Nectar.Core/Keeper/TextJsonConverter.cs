using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nectar.Core.Keeper;

/// <summary>Writes a value as its exact text and reads it back: amounts beyond 2^53 would not survive as JSON numbers.</summary>
internal sealed class TextJsonConverter<T>(Func<string, T> parse, Func<T, string> print) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? throw new JsonException($"null where {typeof(T).Name} was expected");
        try
        {
            return parse(text);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            throw new JsonException(error.Message, error);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(print(value));
}
