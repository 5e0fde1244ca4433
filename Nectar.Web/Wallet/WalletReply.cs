using System.Text.Json;

namespace Nectar.Web.Wallet;

/// <summary>What came of asking a wallet one thing. There is no other way.</summary>
public abstract record WalletReply
{
    private WalletReply()
    {
    }

    /// <summary>Reads a value in the shape of SEP-43: an object, with <c>error</c> in it where it is a refusal.</summary>
    public static WalletReply Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return new Refused(-1, $"the wallet answered with {value.ValueKind} instead of an object");
        }

        if (!value.TryGetProperty("error", out var error) || error.ValueKind == JsonValueKind.Null)
        {
            return new Answered(value);
        }

        // Older wallets give the error as a text.
        return error.ValueKind == JsonValueKind.Object
            ? new Refused(error.TryGetProperty("code", out var code) && code.TryGetInt32(out var number) ? number : -1, TextOf(error, "message"))
            : new Refused(-1, error.ToString());
    }

    /// <summary>A text of an answer; empty where there is none.</summary>
    public static string TextOf(JsonElement value, string name) =>
        value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";

    /// <summary>Whether an answer says yes to something.</summary>
    public static bool IsTrue(JsonElement value, string name) => value.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    /// <summary>It answered.</summary>
    public sealed record Answered(JsonElement Value) : WalletReply;

    /// <summary>It refused.</summary>
    /// <param name="Code">−1 to −4, as SEP-43 has them.</param>
    /// <param name="Message">Its words.</param>
    public sealed record Refused(int Code, string Message) : WalletReply;

    /// <summary>It did not answer in time. What comes later is dropped.</summary>
    public sealed record Silent : WalletReply;
}
