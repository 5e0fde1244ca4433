using System.Text.Json;

namespace Nectar.XdrGenerator;

/// <summary>A protocol struct: an immutable record with value equality.</summary>
internal static class StructFile
{
    public static string Write(XdrDefinition definition, JsonElement type)
    {
        var file = GeneratedFile.For(definition, type);
        var name = XdrName.Type(XdrDefinition.Name(type));
        var fields = type.GetProperty("fields").EnumerateArray().Select(f => Field(definition, name, f)).ToList();

        file.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(XdrBase64Converter<{name}>))]");
        file.Line($"public sealed partial record {name}(");
        foreach (var field in fields)
        {
            file.Line($"    {field.Shape.CSharp} {field.Property}{(field == fields[^1] ? $") : IXdrValue<{name}>" : ",")}");
        }

        file.Line("{");
        file.Line($"public static {name} Decode(ref XdrReader r)");
        file.Line("{");
        file.Line($"r.Enter(\"{name}\");");
        file.Line($"var value = new {name}(");
        foreach (var field in fields)
        {
            file.Line($"    {field.Shape.Read(field.What)}{(field == fields[^1] ? ");" : ",")}");
        }

        file.Line("r.Leave();");
        file.Line("return value;");
        file.Line("}");
        file.Line("");
        file.Line("public void Encode(XdrWriter w)");
        file.Line("{");
        file.Line($"w.Enter(\"{name}\");");
        foreach (var field in fields)
        {
            file.Line(field.Shape.Write(field.Property, field.What));
        }

        file.Line("w.Leave();");
        file.Line("}");
        file.Line("");
        if (CustomText.Has(name))
        {
            CustomText.WriteMembers(file, name);
        }
        else
        {
            WriteJsonMembers(file, name, fields);
        }

        file.Line("}");
        return file.ToString();
    }

    private static void WriteJsonMembers(GeneratedFile file, string name, List<StructField> fields)
    {
        file.Line("public void WriteJson(global::System.Text.Json.Utf8JsonWriter w)");
        file.Line("{");
        file.Line("w.WriteStartObject();");
        foreach (var field in fields)
        {
            file.Line($"w.WritePropertyName(\"{field.Json}\");");
            file.Line(field.Shape.WriteJson(field.Property));
        }

        file.Line("w.WriteEndObject();");
        file.Line("}");
        file.Line("");
        file.Line($"public static {name} ReadJson(global::System.Text.Json.JsonElement e)");
        file.Line("{");
        file.Line($"XdrJson.CheckFieldCount(e, {fields.Count}, \"{name}\");");
        for (var i = 0; i < fields.Count; i++)
        {
            file.Line($"var f{i} = XdrJson.Field(e, \"{fields[i].Json}\", \"{name}\");");
        }

        file.Line($"return new {name}(");
        for (var i = 0; i < fields.Count; i++)
        {
            file.Line($"    {fields[i].Shape.ReadJson($"f{i}", fields[i].What)}{(i == fields.Count - 1 ? ");" : ",")}");
        }

        file.Line("}");
        file.Line("");
        file.Line("/// <summary>The canonical JSON form.</summary>");
        file.Line("public override string ToString() => XdrCodec.ToJson(this);");
    }

    private static StructField Field(XdrDefinition definition, string type, JsonElement field)
    {
        var name = XdrDefinition.Name(field);
        var property = XdrName.Pascal(name);
        return new StructField(
            property == type ? property + "Value" : property,
            XdrName.Snake(name),
            $"{type}.{name}",
            XdrShape.Of(definition, field.GetProperty("type")));
    }

    private sealed record StructField(string Property, string Json, string What, XdrShape Shape);
}
