using System.Globalization;
using System.Text.Json;

namespace Nectar.Core.Soroban.Xdr;

/// <summary>The pieces of the canonical JSON form (SEP-51) that the generated types are put together from.</summary>
internal static class XdrJson
{
    public static void WriteInt32(Utf8JsonWriter w, int value) => w.WriteNumberValue(value);

    public static void WriteUInt32(Utf8JsonWriter w, uint value) => w.WriteNumberValue(value);

    // 64 bits do not fit the numbers of most JSON readers, hence text.
    public static void WriteInt64(Utf8JsonWriter w, long value) => w.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));

    public static void WriteUInt64(Utf8JsonWriter w, ulong value) => w.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));

    public static void WriteBool(Utf8JsonWriter w, bool value) => w.WriteBooleanValue(value);

    public static void WriteString(Utf8JsonWriter w, XdrString value) => w.WriteStringValue(value.ToString());

    public static void WriteOpaque(Utf8JsonWriter w, XdrBytes value) => w.WriteStringValue(value.ToString());

    // An opaque of fixed size that has no typedef of its own is a list of numbers in the reference crate.
    public static void WriteFixedOpaque(Utf8JsonWriter w, XdrBytes value)
    {
        w.WriteStartArray();
        foreach (var b in value.Span)
        {
            w.WriteNumberValue(b);
        }

        w.WriteEndArray();
    }

    public static void WriteArray<T>(Utf8JsonWriter w, XdrArray<T> value, Action<Utf8JsonWriter, T> write)
    {
        w.WriteStartArray();
        foreach (var item in value)
        {
            write(w, item);
        }

        w.WriteEndArray();
    }

    public static int ReadInt32(JsonElement e, string what) =>
        e.ValueKind == JsonValueKind.Number && e.TryGetInt32(out var value) ? value : throw Not(e, what, "a 32-bit integer");

    public static uint ReadUInt32(JsonElement e, string what) =>
        e.ValueKind == JsonValueKind.Number && e.TryGetUInt32(out var value) ? value : throw Not(e, what, "an unsigned 32-bit integer");

    public static long ReadInt64(JsonElement e, string what) => e.ValueKind switch
    {
        JsonValueKind.String when long.TryParse(e.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
        JsonValueKind.Number when e.TryGetInt64(out var value) => value,
        _ => throw Not(e, what, "a 64-bit integer"),
    };

    public static ulong ReadUInt64(JsonElement e, string what) => e.ValueKind switch
    {
        JsonValueKind.String when ulong.TryParse(e.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) => value,
        JsonValueKind.Number when e.TryGetUInt64(out var value) => value,
        _ => throw Not(e, what, "an unsigned 64-bit integer"),
    };

    public static bool ReadBool(JsonElement e, string what) => e.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Not(e, what, "true or false"),
    };

    public static string ReadText(JsonElement e, string what) =>
        e.ValueKind == JsonValueKind.String ? e.GetString()! : throw Not(e, what, "a string");

    public static XdrString ReadString(JsonElement e, uint max, string what)
    {
        var bytes = XdrEscape.Unescape(ReadText(e, what), what);
        return bytes.Length <= max ? new XdrString(bytes) : throw TooLong(bytes.Length, max, what);
    }

    public static XdrBytes ReadOpaque(JsonElement e, uint max, string what)
    {
        var bytes = Hex(ReadText(e, what), what);
        return bytes.Length <= max ? new XdrBytes(bytes) : throw TooLong(bytes.Length, max, what);
    }

    public static XdrBytes ReadFixedOpaque(JsonElement e, int size, string what)
    {
        var numbers = ReadFixedArray(e, size, what, x => x.ValueKind == JsonValueKind.Number && x.TryGetByte(out var b) ? b : throw Not(x, what, "a byte"));
        return new XdrBytes(numbers.Span);
    }

    public static XdrArray<T> ReadArray<T>(JsonElement e, uint max, string what, Func<JsonElement, T> read)
    {
        if (e.ValueKind != JsonValueKind.Array)
        {
            throw Not(e, what, "a list");
        }

        return (uint)e.GetArrayLength() <= max
            ? e.EnumerateArray().Select(read).ToXdrArray()
            : throw TooLong(e.GetArrayLength(), max, what);
    }

    public static XdrArray<T> ReadFixedArray<T>(JsonElement e, int count, string what, Func<JsonElement, T> read)
    {
        var items = ReadArray(e, uint.MaxValue, what, read);
        return items.Count == count ? items : throw new XdrException(what, $"{items.Count} elements given, {count} needed");
    }

    /// <summary>A field of a struct's object.</summary>
    public static JsonElement Field(JsonElement e, string name, string what) =>
        e.TryGetProperty(name, out var value) ? value
        // A Rust field cannot be called 'type', so that older JSON of the reference crate has 'type_'.
        : name == "type" && e.TryGetProperty("type_", out value) ? value
        : throw new XdrException(what, $"field '{name}' is missing");

    /// <summary>Refuses what is no object, and an object with a field too many.</summary>
    public static void CheckFieldCount(JsonElement e, int count, string what)
    {
        if (e.ValueKind != JsonValueKind.Object)
        {
            throw Not(e, what, "an object");
        }

        if (e.GetPropertyCount() > count)
        {
            var names = string.Join(", ", e.EnumerateObject().Select(p => p.Name));
            throw new XdrException(what, $"has {count} fields, but the JSON has {e.GetPropertyCount()}: {names}");
        }
    }

    /// <summary>A union: the arm's name alone, or an object whose one field is named like the arm.</summary>
    public static (string Name, JsonElement Body) Arm(JsonElement e, string what)
    {
        if (e.ValueKind == JsonValueKind.String)
        {
            return (e.GetString()!, default);
        }

        CheckFieldCount(e, 1, what);
        foreach (var property in e.EnumerateObject())
        {
            return (property.Name, property.Value);
        }

        throw new XdrException(what, "an object without a field names no arm");
    }

    public static byte[] Hex(string text, string what)
    {
        try
        {
            return Convert.FromHexString(text);
        }
        catch (FormatException)
        {
            throw new XdrException(what, $"'{text}' is not hex");
        }
    }

    public static XdrException Unknown(string what, string value) => new(what, $"'{value}' is not a known value");

    private static XdrException TooLong(int length, uint max, string what) =>
        new(what, $"length {length} is over the limit of {max}");

    private static XdrException Not(JsonElement e, string what, string wanted)
    {
        var text = e.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? e.ValueKind.ToString() : e.GetRawText();
        return new XdrException(what, $"{text} is not {wanted}");
    }
}
