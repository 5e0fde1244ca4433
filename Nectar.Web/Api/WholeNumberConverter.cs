using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nectar.Web.Api;

/// <summary>128-bit numbers as JSON numbers, all digits.</summary>
internal sealed class WholeNumberConverter : JsonConverter<Int128>
{
    public override Int128 Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Int128.Parse(reader.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter writer, Int128 value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToString(CultureInfo.InvariantCulture));
}
