using System.Text.Json;

namespace Nectar.XdrGenerator;

/// <summary>A protocol enum: the C# enum and the class that reads and writes it.</summary>
internal static class EnumFile
{
    public static string Write(XdrDefinition definition, JsonElement type)
    {
        var file = GeneratedFile.For(definition, type);
        var name = XdrName.Type(XdrDefinition.Name(type));
        var members = Members(type);
        file.Line($"public enum {name}");
        file.Line("{");
        foreach (var (member, value) in members)
        {
            file.Line($"{member} = {value},");
        }

        file.Line("}");
        file.Line("");
        file.Line($"/// <summary>Reads and writes <see cref=\"{name}\"/>.</summary>");
        file.Line($"public static class {name}Xdr");
        file.Line("{");
        file.Line($"public static {name} Decode(ref XdrReader r)");
        file.Line("{");
        file.Line($"var value = r.ReadInt32(\"{name}\");");
        file.Line("switch (value)");
        file.Line("{");
        foreach (var (_, value) in members)
        {
            file.Line($"case {value}:");
        }

        file.Line($"    return ({name})value;");
        file.Line("default:");
        file.Line($"    throw r.Unknown(\"{name}\", value);");
        file.Line("}");
        file.Line("}");
        file.Line("");
        file.Line($"public static void WriteJson(global::System.Text.Json.Utf8JsonWriter w, {name} value) =>");
        file.Line($"    w.WriteStringValue(value switch");
        file.Line("    {");
        foreach (var (member, _) in members)
        {
            file.Line($"        {name}.{member} => \"{XdrName.SnakeOfPascal(member)}\",");
        }

        file.Line($"        _ => throw XdrJson.Unknown(\"{name}\", ((int)value).ToString(global::System.Globalization.CultureInfo.InvariantCulture)),");
        file.Line("    });");
        file.Line("");
        file.Line($"public static {name} ReadJson(global::System.Text.Json.JsonElement e) =>");
        file.Line($"    XdrJson.ReadText(e, \"{name}\") switch");
        file.Line("    {");
        foreach (var (member, _) in members)
        {
            file.Line($"        \"{XdrName.SnakeOfPascal(member)}\" => {name}.{member},");
        }

        file.Line($"        var other => throw XdrJson.Unknown(\"{name}\", other),");
        file.Line("    };");
        file.Line("}");
        return file.ToString();
    }

    /// <summary>The members with the prefix that they share taken off.</summary>
    public static List<(string Name, int Value)> Members(JsonElement type)
    {
        var prefix = type.GetProperty("member_prefix").GetString()!;
        return [.. type.GetProperty("members").EnumerateArray()
            .Select(m => (MemberName(XdrDefinition.Name(m), prefix), m.GetProperty("value").GetInt32()))];
    }

    // A name cannot begin with a digit: such members take the first letter of the prefix, as in the Rust crate.
    private static string MemberName(string name, string prefix)
    {
        var rest = name[prefix.Length..];
        return XdrName.Pascal(char.IsDigit(rest[0]) ? prefix[0] + rest : rest);
    }
}
