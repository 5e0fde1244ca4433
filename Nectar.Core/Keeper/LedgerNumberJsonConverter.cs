using System.Text.Json;
using System.Text.Json.Serialization;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>A ledger as a plain number.</summary>
internal sealed class LedgerNumberJsonConverter : JsonConverter<LedgerNumber>
{
    public override LedgerNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetUInt32());

    public override void Write(Utf8JsonWriter writer, LedgerNumber value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}
