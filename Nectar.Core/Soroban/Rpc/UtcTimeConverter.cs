using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>A time to the second in UTC as the servers write it: <c>2026-11-24T15:00:00Z</c> (RFC 3339).</summary>
internal sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
