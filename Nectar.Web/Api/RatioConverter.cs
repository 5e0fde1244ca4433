using System.Text.Json;
using System.Text.Json.Serialization;
using Nectar.Core.Liquidation;

namespace Nectar.Web.Api;

/// <summary>Ratios as JSON numbers with seven decimals.</summary>
internal sealed class RatioConverter : JsonConverter<Ratio>
{
    public override Ratio Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Ratio.Parse(System.Text.Encoding.UTF8.GetString(reader.ValueSpan));

    public override void Write(Utf8JsonWriter writer, Ratio value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToExactString());
}
