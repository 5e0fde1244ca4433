using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nectar.Web.Live;

/// <summary>A time as JSON's number of milliseconds since 1970 in UTC, which a browser's <c>Date</c> takes: half as long as the text.</summary>
internal sealed class UnixMilliseconds : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds());
}
