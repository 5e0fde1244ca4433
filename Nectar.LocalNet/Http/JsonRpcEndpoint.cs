using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Nectar.LocalNet.Rpc;

namespace Nectar.LocalNet.Http;

/// <summary>
/// JSON-RPC over HTTP as the Stellar RPC server has it: POST only, JSON only, bodies of at most 512 KB, 204 where nothing
/// is to be answered. Errors of JSON-RPC come with status 200. A state to load may be longer, as states are.
/// </summary>
internal static class JsonRpcEndpoint
{
    private const int MaxBodyBytes = 512 * 1024;
    private const int MaxStateBytes = 64 * 1024 * 1024;

    /// <summary>Answers one HTTP request.</summary>
    public static async Task AnswerAsync(HttpContext http, JsonRpcServer server)
    {
        if (!IsJson(http.Request.ContentType))
        {
            await RefuseAsync(http, StatusCodes.Status415UnsupportedMediaType, $"the content type is '{http.Request.ContentType}'; it must be application/json").ConfigureAwait(false);
            return;
        }

        var body = await BoundedBody.ReadAsync(http.Request, MaxStateBytes, http.RequestAborted).ConfigureAwait(false);
        if (body is null || (body.Length > MaxBodyBytes && !LoadsState(body)))
        {
            await RefuseAsync(http, StatusCodes.Status413PayloadTooLarge, $"the body has more than {MaxBodyBytes} bytes").ConfigureAwait(false);
            return;
        }

        var output = new ArrayBufferWriter<byte>(1024);
        if (!await server.AnswerAsync(body, output, http.RequestAborted).ConfigureAwait(false))
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        http.Response.ContentType = "application/json";
        http.Response.ContentLength = output.WrittenCount;
        await http.Response.Body.WriteAsync(output.WrittenMemory, http.RequestAborted).ConfigureAwait(false);
    }

    // Whether one call, not a batch of them, loads a state; what is not JSON does not.
    private static bool LoadsState(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("method"u8))
                {
                    return reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(NetworkControl.LoadState);
                }
            }
        }
        catch (JsonException)
        {
            // The answer is no.
        }

        return false;
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static Task RefuseAsync(HttpContext http, int status, string problem)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        // What is left of the body is not worth reading.
        http.Response.Headers.Connection = "close";
        return http.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{problem}\n"), http.RequestAborted);
    }
}
