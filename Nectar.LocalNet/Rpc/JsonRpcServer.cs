using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Nectar.Core.Soroban.Rpc;

namespace Nectar.LocalNet.Rpc;

/// <summary>
/// The methods of a network behind JSON-RPC 2.0: from the bytes of a body to the bytes of its answer. Whatever is in the
/// body, the answer is JSON-RPC; what goes wrong in here is logged and is an internal error there.
/// </summary>
/// <param name="methods">The methods.</param>
/// <param name="logger">For operators.</param>
public sealed class JsonRpcServer(RpcMethods methods, ILogger<JsonRpcServer> logger)
{
    // No request of the protocol nests deeper than a handful of levels.
    private static readonly JsonDocumentOptions reading = new() { MaxDepth = 64 };

    // Base64 and canonical JSON are ASCII without quotes, and no answer ends up in a page: '+' may stay as it is.
    // The depth is that of the deepest protocol value in canonical JSON, and a few levels for what is around it.
    private static readonly JsonWriterOptions writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 2048,
        SkipValidation = true,
    };

    /// <summary>Answers a body: one request, or a batch of them, which is carried out in its order.</summary>
    /// <param name="body">The body.</param>
    /// <param name="output">Where the answer goes.</param>
    /// <param name="cancel">Gives up between requests and within those that wait.</param>
    /// <returns>False where there is no answer: all were notifications.</returns>
    public async Task<bool> AnswerAsync(ReadOnlyMemory<byte> body, IBufferWriter<byte> output, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var document = Parse(body, out var problem);
        var writer = new Utf8JsonWriter(output, writing);
        await using (writer.ConfigureAwait(false))
        {
            switch (document?.RootElement)
            {
                case null:
                    WriteError(writer, null, new RpcError(RpcError.ParseError, problem));
                    return true;
                case { ValueKind: JsonValueKind.Array } batch when batch.GetArrayLength() == 0:
                    WriteError(writer, null, new RpcError(RpcError.InvalidRequest, "the batch is empty"));
                    return true;
                case { ValueKind: JsonValueKind.Array } batch:
                    return await AnswerBatchAsync(writer, batch, cancel).ConfigureAwait(false);
                case { } single:
                    return await AnswerAsync(writer, JsonRpcRequest.Read(single), null, cancel).ConfigureAwait(false);
            }
        }
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body, out string problem)
    {
        try
        {
            problem = "";
            return JsonDocument.Parse(body, reading);
        }
        catch (JsonException error)
        {
            problem = $"the body is not JSON of at most {reading.MaxDepth} levels: {error.Message}";
            return null;
        }
    }

    private static void WriteError(Utf8JsonWriter writer, JsonElement? id, RpcError error)
    {
        WriteStart(writer, id);
        writer.WritePropertyName("error");
        JsonSerializer.Serialize(writer, error, RpcJson.Default.RpcError);
        writer.WriteEndObject();
    }

    private static void WriteStart(Utf8JsonWriter writer, JsonElement? id)
    {
        writer.WriteStartObject();
        writer.WriteString("jsonrpc", "2.0");
        writer.WritePropertyName("id");
        if (id is { } given)
        {
            given.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private async Task<bool> AnswerBatchAsync(Utf8JsonWriter writer, JsonElement batch, CancellationToken cancel)
    {
        var answered = false;
        foreach (var item in batch.EnumerateArray())
        {
            // The list opens with its first answer, since a batch of notifications has none at all.
            Action? open = answered ? null : writer.WriteStartArray;
            answered |= await AnswerAsync(writer, JsonRpcRequest.Read(item), open, cancel).ConfigureAwait(false);
        }

        if (answered)
        {
            writer.WriteEndArray();
        }

        return answered;
    }

    private async Task<bool> AnswerAsync(Utf8JsonWriter writer, JsonRpcRequest request, Action? open, CancellationToken cancel)
    {
        var (answer, error) = request.Error is { } wrong ? (null, wrong) : await CallAsync(request, cancel).ConfigureAwait(false);
        if (request.IsNotification)
        {
            return false;
        }

        open?.Invoke();
        if (error is not null)
        {
            WriteError(writer, request.Id, error);
            return true;
        }

        WriteStart(writer, request.Id);
        writer.WritePropertyName("result");
        answer!.WriteTo(writer);
        writer.WriteEndObject();
        return true;
    }

    private async Task<(RpcAnswer? Answer, RpcError? Error)> CallAsync(JsonRpcRequest request, CancellationToken cancel)
    {
        try
        {
            return (await methods.CallAsync(request.Method, request.Parameters, cancel).ConfigureAwait(false), null);
        }
        catch (RpcErrorException refusal)
        {
            return (null, refusal.Error);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            // Nothing that a client sends may reach this line; if it does, the client learns no more than that.
            RpcLog.MethodFailed(logger, request.Method, fault);
            return (null, new RpcError(RpcError.InternalError, "the server failed; its log says how"));
        }
    }
}
