using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Nectar.Core.Soroban.Rpc;

/// <summary>The frame of JSON-RPC 2.0 around parameters and results.</summary>
internal static class RpcMessage
{
    public static byte[] Request<TParams>(int id, string method, TParams? parameters, JsonTypeInfo<TParams>? parametersType)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("jsonrpc", "2.0");
            writer.WriteNumber("id", id);
            writer.WriteString("method", method);
            if (parametersType is not null)
            {
                writer.WritePropertyName("params");
                JsonSerializer.Serialize(writer, parameters!, parametersType);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The result or error in an answer.</summary>
    /// <exception cref="JsonException">It is not JSON-RPC, answers another request, or the result has not its shape.</exception>
    public static RpcResult<TResult> Answer<TResult>(byte[] body, int id, JsonTypeInfo<TResult> resultType)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"{root.ValueKind} where an object was expected");
        }

        if (root.TryGetProperty("error", out var error) && error.ValueKind != JsonValueKind.Null)
        {
            // Data outlives the document, hence the clone.
            var read = error.Deserialize(RpcJson.Default.RpcError) ?? throw new JsonException("the error is null");
            return new RpcResult<TResult>.Failed(read with { Data = read.Data?.Clone() });
        }

        if (!root.TryGetProperty("id", out var answered) || !answered.TryGetInt32(out var answeredId) || answeredId != id)
        {
            throw new JsonException($"the answer is not to request {id}");
        }

        return root.TryGetProperty("result", out var result) && result.Deserialize(resultType) is { } value
            ? new RpcResult<TResult>.Ok(value)
            : throw new JsonException("neither result nor error");
    }
}
