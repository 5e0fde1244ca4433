using System.Text.Json;
using System.Text.Json.Serialization;
using Nectar.Core.Units;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>A transaction's hash as hex text in JSON.</summary>
internal sealed class TransactionHashConverter : JsonConverter<TransactionHash>
{
    public override TransactionHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return TransactionHash.Parse(reader.GetString() ?? "");
        }
        catch (FormatException error)
        {
            throw new JsonException(error.Message, error);
        }
    }

    public override void Write(Utf8JsonWriter writer, TransactionHash value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
