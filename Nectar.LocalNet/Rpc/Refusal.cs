using System.Text.Json;
using Nectar.Core.Soroban.Rpc;

namespace Nectar.LocalNet.Rpc;

/// <summary>
/// The errors that a request can meet. They are thrown from wherever a value is read and become the request's answer at
/// one place, <see cref="AnswerAsync"/>.
/// </summary>
internal static class Refusal
{
    /// <summary>A parameter is wrong; the message names it, its value and the rule.</summary>
    public static RpcErrorException Parameter(string problem) => new(new RpcError(RpcError.InvalidParams, problem));

    /// <summary>A request that cannot be met: a ledger or cursor outside of what is kept.</summary>
    public static RpcErrorException Request(string problem) => new(new RpcError(RpcError.InvalidRequest, problem));

    /// <summary>A value as far as a message should repeat it.</summary>
    public static string Shown(string text) => text.Length <= 80 ? $"'{text}'" : $"'{text[..80]}…' ({text.Length} characters)";

    /// <summary>A JSON value as far as a message should repeat it.</summary>
    public static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => Shown(value.GetRawText().Trim('"')),
        _ => value.GetRawText() is { Length: <= 80 } text ? text : $"a number of {value.GetRawText().Length} characters",
    };

    /// <summary>Runs what answers a request, and makes what it throws its answer.</summary>
    public static async Task<RpcResult<T>> AnswerAsync<T>(Func<Task<T>> answer)
    {
        try
        {
            return new RpcResult<T>.Ok(await answer().ConfigureAwait(false));
        }
        catch (RpcErrorException refusal)
        {
            return new RpcResult<T>.Failed(refusal.Error);
        }
    }
}
