using System.Text.Json;

namespace Nectar.XdrGenerator;

/// <summary>A protocol union: an abstract record whose arms are nested sealed records, closed to others.</summary>
internal static class UnionFile
{
    public static string Write(XdrDefinition definition, JsonElement type)
    {
        var file = GeneratedFile.For(definition, type);
        var name = XdrName.Type(XdrDefinition.Name(type));
        var discriminant = XdrShape.Of(definition, type.GetProperty("discriminant").GetProperty("type"));
        var arms = Arms(definition, type, name, discriminant.CSharp);

        file.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(XdrBase64Converter<{name}>))]");
        file.Line($"public abstract partial record {name} : IXdrValue<{name}>");
        file.Line("{");
        file.Line($"private {name}() {{ }}");
        file.Line("");
        file.Line("/// <summary>Which arm this is.</summary>");
        file.Line($"public abstract {discriminant.CSharp} Discriminant {{ get; }}");
        file.Line("");
        file.Line($"public static {name} Decode(ref XdrReader r)");
        file.Line("{");
        file.Line($"r.Enter(\"{name}\");");
        file.Line($"var discriminant = {discriminant.Read(name)};");
        file.Line($"{name} value = discriminant switch");
        file.Line("{");
        foreach (var arm in arms)
        {
            file.Line(arm.Shape is null
                ? $"{arm.Case} => {arm.Name}.Instance,"
                : $"{arm.Case} => new {arm.Name}({arm.Shape.Read(arm.What)}),");
        }

        file.Line($"_ => throw r.Unknown(\"{name}\", (long)discriminant),");
        file.Line("};");
        file.Line("r.Leave();");
        file.Line("return value;");
        file.Line("}");
        file.Line("");
        file.Line("public void Encode(XdrWriter w)");
        file.Line("{");
        file.Line($"w.Enter(\"{name}\");");
        file.Line(discriminant.Write("Discriminant", name));
        file.Line("EncodeArm(w);");
        file.Line("w.Leave();");
        file.Line("}");
        file.Line("");
        file.Line("private protected virtual void EncodeArm(XdrWriter w) { }");
        file.Line("");
        if (CustomText.Has(name))
        {
            CustomText.WriteMembers(file, name);
        }
        else
        {
            WriteJsonMembers(file, name, arms);
        }

        foreach (var arm in arms)
        {
            file.Line("");
            WriteArm(file, name, discriminant.CSharp, arm, CustomText.Has(name));
        }

        file.Line("}");
        return file.ToString();
    }

    private static void WriteJsonMembers(GeneratedFile file, string name, List<UnionArm> arms)
    {
        file.Line("public abstract void WriteJson(global::System.Text.Json.Utf8JsonWriter w);");
        file.Line("");
        file.Line($"public static {name} ReadJson(global::System.Text.Json.JsonElement e)");
        file.Line("{");
        file.Line($"var (arm, body) = XdrJson.Arm(e, \"{name}\");");
        file.Line("return (arm, body.ValueKind != global::System.Text.Json.JsonValueKind.Undefined) switch");
        file.Line("{");
        foreach (var arm in arms)
        {
            file.Line(arm.Shape is null
                ? $"(\"{arm.Json}\", false) => {arm.Name}.Instance,"
                : $"(\"{arm.Json}\", true) => new {arm.Name}({arm.Shape.ReadJson("body", arm.What)}),");
        }

        file.Line($"_ => throw XdrJson.Unknown(\"{name}\", arm),");
        file.Line("};");
        file.Line("}");
        file.Line("");
        file.Line("/// <summary>The canonical JSON form.</summary>");
        file.Line("public sealed override string ToString() => XdrCodec.ToJson(this);");
    }

    private static void WriteArm(GeneratedFile file, string union, string discriminant, UnionArm arm, bool customText)
    {
        if (arm.Shape is null)
        {
            file.Line($"public sealed record {arm.Name} : {union}");
            file.Line("{");
            file.Line($"private {arm.Name}() {{ }}");
            file.Line("");
            file.Line("/// <summary>The only value of this arm, which carries nothing.</summary>");
            file.Line($"public static {arm.Name} Instance {{ get; }} = new();");
            file.Line("");
        }
        else
        {
            file.Line($"public sealed record {arm.Name}({arm.Shape.CSharp} {arm.Property}) : {union}");
            file.Line("{");
        }

        file.Line($"public override {discriminant} Discriminant => {arm.Case};");
        if (arm.Shape is not null)
        {
            file.Line("");
            file.Line("private protected override void EncodeArm(XdrWriter w)");
            file.Line("{");
            file.Line(arm.Shape.Write(arm.Property, arm.What));
            file.Line("}");
        }

        if (!customText)
        {
            file.Line("");
            file.Line("public override void WriteJson(global::System.Text.Json.Utf8JsonWriter w)");
            file.Line("{");
            if (arm.Shape is null)
            {
                file.Line($"w.WriteStringValue(\"{arm.Json}\");");
            }
            else
            {
                file.Line("w.WriteStartObject();");
                file.Line($"w.WritePropertyName(\"{arm.Json}\");");
                file.Line(arm.Shape.WriteJson(arm.Property));
                file.Line("w.WriteEndObject();");
            }

            file.Line("}");
        }

        file.Line("}");
    }

    private static List<UnionArm> Arms(XdrDefinition definition, JsonElement type, string union, string discriminant)
    {
        var arms = new List<UnionArm>();
        var tag = type.GetProperty("discriminant").GetProperty("type");
        foreach (var arm in type.GetProperty("arms").EnumerateArray())
        {
            foreach (var @case in arm.GetProperty("cases").EnumerateArray())
            {
                var value = @case.GetProperty("value").GetInt32();
                var name = @case.TryGetProperty("name", out _)
                    ? EnumFile.Members(definition.Find(XdrDefinition.Name(tag))).First(m => m.Value == value).Name
                    : $"V{value}";
                var hasBody = arm.TryGetProperty("type", out var body);
                arms.Add(new UnionArm(
                    name,
                    "Value",
                    XdrName.SnakeOfPascal(name),
                    @case.TryGetProperty("name", out _) ? $"{discriminant}.{name}" : $"{value}",
                    hasBody ? $"{union}.{XdrDefinition.Name(arm)}" : union,
                    hasBody ? XdrShape.Of(definition, body) : null));
            }
        }

        // A nested type called Value hides a property of that name in its sisters too: they take the protocol's names.
        return arms.Any(a => a.Name == "Value")
            ? [.. arms.Select(a => a with { Property = XdrName.Pascal(a.What[(a.What.IndexOf('.', StringComparison.Ordinal) + 1)..]) })]
            : arms;
    }

    private sealed record UnionArm(string Name, string Property, string Json, string Case, string What, XdrShape? Shape);
}
