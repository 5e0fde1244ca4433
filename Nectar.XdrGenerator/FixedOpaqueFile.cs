using System.Text.Json;

namespace Nectar.XdrGenerator;

/// <summary>A typedef of a fixed number of bytes: a struct that holds them inline.</summary>
internal static class FixedOpaqueFile
{
    public static string Write(XdrDefinition definition, JsonElement type)
    {
        var file = GeneratedFile.For(definition, type);
        var name = XdrName.Type(XdrDefinition.Name(type));
        var size = XdrShape.FixedOpaqueSize(definition, type.GetProperty("type"));
        file.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(XdrBase64Converter<{name}>))]");
        file.Line($"public readonly partial struct {name} : IXdrValue<{name}>, global::System.IEquatable<{name}>");
        file.Line("{");
        file.Line("/// <summary>How many bytes it has.</summary>");
        file.Line($"public const int Size = {size};");
        file.Line("");
        file.Line($"private readonly Bytes{size} bytes;");
        file.Line("");
        file.Line("/// <summary>Copies the bytes.</summary>");
        file.Line("/// <exception cref=\"XdrException\">Their number is wrong.</exception>");
        file.Line($"public {name}(global::System.ReadOnlySpan<byte> value)");
        file.Line("{");
        file.Line($"XdrException.ThrowIfSizeDiffers(value.Length, Size, \"{name}\");");
        file.Line("value.CopyTo(bytes);");
        file.Line("}");
        file.Line("");
        file.Line("/// <summary>The bytes, without a copy.</summary>");
        file.Line("[global::System.Diagnostics.CodeAnalysis.UnscopedRef]");
        file.Line("public global::System.ReadOnlySpan<byte> Span => bytes;");
        file.Line("");
        file.Line("/// <summary>A copy of the bytes.</summary>");
        file.Line("public byte[] ToArray() => Span.ToArray();");
        file.Line("");
        file.Line($"public static {name} Decode(ref XdrReader r) => new(r.ReadFixed(Size, \"{name}\"));");
        file.Line("");
        file.Line("public void Encode(XdrWriter w) => w.WriteFixed(Span);");
        file.Line("");
        if (CustomText.Has(name))
        {
            CustomText.WriteMembers(file, name);
        }
        else
        {
            file.Line("public void WriteJson(global::System.Text.Json.Utf8JsonWriter w) => w.WriteStringValue(ToString());");
            file.Line("");
            file.Line($"public static {name} ReadJson(global::System.Text.Json.JsonElement e) => Parse(XdrJson.ReadText(e, \"{name}\"));");
            file.Line("");
            file.Line("/// <summary>Reads lower or upper case hex.</summary>");
            file.Line("/// <exception cref=\"XdrException\">It is not hex, or too long or short.</exception>");
            file.Line($"public static {name} Parse(string hex) => new(XdrJson.Hex(hex, \"{name}\"));");
            file.Line("");
            file.Line("/// <summary>Lower case hex.</summary>");
            file.Line("public override string ToString() => global::System.Convert.ToHexStringLower(Span);");
        }

        file.Line("");
        file.Line($"public bool Equals({name} other) => global::System.MemoryExtensions.SequenceEqual(Span, other.Span);");
        file.Line("");
        file.Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);");
        file.Line("");
        file.Line("public override int GetHashCode() => XdrBytes.HashOf(Span);");
        file.Line("");
        file.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);");
        file.Line("");
        file.Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);");
        file.Line("}");
        return file.ToString();
    }
}
