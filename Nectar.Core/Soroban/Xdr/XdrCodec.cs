using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Nectar.Core.Soroban.Xdr;

/// <summary>From whole values to bytes, base64 and JSON, and back.</summary>
public static class XdrCodec
{
    // A value of the deepest nesting that the reader allows opens fewer brackets than this.
    private const int MaxJsonDepth = 1024;

    private static readonly JsonWriterOptions jsonOptions = new()
    {
        // Text is escaped to ASCII before it comes here: only what JSON itself needs is left to escape.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxJsonDepth,
        SkipValidation = true,
    };

    /// <summary>Reads one value that fills the bytes.</summary>
    /// <exception cref="XdrException">The bytes are no such value, or more follow.</exception>
    public static T Decode<T>(ReadOnlySpan<byte> bytes)
        where T : IXdrValue<T>
    {
        var reader = new XdrReader(bytes);
        var value = T.Decode(ref reader);
        reader.End(typeof(T).Name);
        return value;
    }

    /// <summary>Reads one value that fills the base64 text.</summary>
    /// <exception cref="XdrException">The text is not base64, or no such value, or more follows.</exception>
    public static T FromBase64<T>(string base64)
        where T : IXdrValue<T>
    {
        ArgumentNullException.ThrowIfNull(base64);
        var bytes = new byte[(base64.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(base64, bytes, out var length)
            ? Decode<T>(bytes.AsSpan(0, length))
            : throw new XdrException(typeof(T).Name, $"the text of {base64.Length} characters is not base64");
    }

    /// <summary>Reads the canonical JSON form.</summary>
    /// <exception cref="XdrException">The text is not JSON, or no such value.</exception>
    public static T FromJson<T>(string json)
        where T : IXdrValue<T>
    {
        using var document = ParseJson(json, typeof(T).Name);
        return T.ReadJson(document.RootElement);
    }

    /// <summary>The wire form.</summary>
    /// <exception cref="XdrException">A length is over its limit, or the value is nested too deep.</exception>
    public static byte[] ToXdr<T>(this T value)
        where T : IXdrValue<T>
    {
        using var writer = new XdrWriter();
        value.Encode(writer);
        return writer.Written.ToArray();
    }

    /// <summary>The wire form in base64.</summary>
    /// <exception cref="XdrException">A length is over its limit, or the value is nested too deep.</exception>
    public static string ToBase64<T>(this T value)
        where T : IXdrValue<T>
    {
        using var writer = new XdrWriter();
        value.Encode(writer);
        return Convert.ToBase64String(writer.Written);
    }

    /// <summary>The canonical JSON form (SEP-51), without spaces.</summary>
    public static string ToJson<T>(this T value)
        where T : IXdrValue<T> =>
        WriteJson(w => value.WriteJson(w));

    internal static string WriteJson(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, jsonOptions))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static JsonDocument ParseJson(string json, string what)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxJsonDepth });
        }
        catch (JsonException error)
        {
            throw new XdrException(what, $"not JSON: {error.Message}");
        }
    }
}
