using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Nectar.LocalNet.Rpc;

/// <summary>A result and how it is written.</summary>
internal abstract class RpcAnswer
{
    /// <summary>A result in a format.</summary>
    public static RpcAnswer Of<T>(T result, XdrFormat format) => new Typed<T>(result, format.TypeOf<T>());

    /// <summary>Writes the result.</summary>
    public abstract void WriteTo(Utf8JsonWriter writer);

    private sealed class Typed<T>(T result, JsonTypeInfo<T> type) : RpcAnswer
    {
        public override void WriteTo(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, result, type);
    }
}
