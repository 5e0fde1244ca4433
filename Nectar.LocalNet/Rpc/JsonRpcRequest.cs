using System.Text.Json;
using Nectar.Core.Soroban.Rpc;

namespace Nectar.LocalNet.Rpc;

/// <summary>One request of a JSON-RPC 2.0 body.</summary>
/// <param name="Id">What its answer repeats; null where it wants none.</param>
/// <param name="Method">The method.</param>
/// <param name="Parameters">Its parameters, of whatever type; null where it has none.</param>
/// <param name="Error">Why it is no request, or null.</param>
internal sealed record JsonRpcRequest(JsonElement? Id, string Method, JsonElement? Parameters, RpcError? Error = null)
{
    /// <summary>Whether it wants no answer.</summary>
    public bool IsNotification => Id is null && Error is null;

    /// <summary>Reads a request.</summary>
    public static JsonRpcRequest Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return Wrong(null, $"{Refusal.Shown(value)} is no request; it must be an object");
        }

        JsonElement? id = value.TryGetProperty("id", out var given) ? given : null;
        if (id is { ValueKind: not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null) })
        {
            return Wrong(null, $"id is {Refusal.Shown(given)}; it must be a string or a number");
        }

        if (!value.TryGetProperty("jsonrpc", out var version) || version.ValueKind != JsonValueKind.String || !version.ValueEquals("2.0"))
        {
            return Wrong(id, "jsonrpc must be '2.0'");
        }

        if (!value.TryGetProperty("method", out var method) || method.ValueKind != JsonValueKind.String)
        {
            return Wrong(id, "method is missing or no string");
        }

        JsonElement? parameters = value.TryGetProperty("params", out var members) ? members : null;
        return parameters is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null) }
            ? Wrong(id, $"params are {Refusal.Shown(members)}; they must be an object")
            : new JsonRpcRequest(id, NameOf(method), parameters);
    }

    private static JsonRpcRequest Wrong(JsonElement? id, string problem) =>
        new(id, "", null, new RpcError(RpcError.InvalidRequest, problem));

    // Text that is no Unicode names no method either.
    private static string NameOf(JsonElement method)
    {
        try
        {
            return method.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
