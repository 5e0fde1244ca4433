using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Nectar.Core.Alerts;

/// <summary>An alert as each service takes it.</summary>
public static class AlertPayload
{
    private static readonly JsonSerializerOptions readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body to POST.</summary>
    public static string Of(AlertChannel channel, AlertMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return channel switch
        {
            // Three characters have a meaning in Slack's text.
            AlertChannel.Slack => JsonSerializer.Serialize(
                new { text = message.Line.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal) }, readable),
            // Nobody is called by a text that happens to hold a name; Discord takes 2,000 characters.
            AlertChannel.Discord => JsonSerializer.Serialize(
                new { content = message.Line.Length > 1_900 ? message.Line[..1_900] : message.Line, allowed_mentions = new { parse = Array.Empty<string>() } }, readable),
            AlertChannel.Webhook => JsonSerializer.Serialize(
                new { rule = message.Subject, text = message.Text, times = message.Times, at = message.At.UtcDateTime }, readable),
            _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "a channel without a shape"),
        };
    }

    /// <summary>The signature of a body: HMAC-SHA256 under the secret, in hexadecimal digits.</summary>
    public static string Sign(string body, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));
}
