using System.Text.Json;

namespace Nectar.XdrGenerator;

/// <summary>
/// How one use of a type looks in C#: its type name, the expressions that read it and the statements that write it.
/// </summary>
/// <param name="CSharp">The C# type.</param>
/// <param name="IsValueType">Whether that is a struct, so that an optional one is a <c>Nullable</c>.</param>
/// <param name="MinSize">The fewest bytes it takes on the wire.</param>
/// <param name="Read">The expression that reads it from <c>r</c>; the argument names the place for errors.</param>
/// <param name="Write">The statement that writes the given expression to <c>w</c>.</param>
/// <param name="WriteJson">The statement that writes the given expression to the JSON writer <c>w</c>.</param>
/// <param name="ReadJson">The expression that reads it from the given JSON element.</param>
internal sealed record XdrShape(
    string CSharp,
    bool IsValueType,
    int MinSize,
    Func<string, string> Read,
    Func<string, string, string> Write,
    Func<string, string> WriteJson,
    Func<string, string, string> ReadJson)
{
    private const string Ns = "global::Nectar.Core.Soroban.Xdr.";

    public static XdrShape Of(XdrDefinition definition, JsonElement type) => XdrDefinition.Kind(type) switch
    {
        "int" => Primitive("int", 4, "Int32"),
        "unsigned_int" => Primitive("uint", 4, "UInt32"),
        "hyper" => Primitive("long", 8, "Int64"),
        "unsigned_hyper" => Primitive("ulong", 8, "UInt64"),
        "bool" => Primitive("bool", 4, "Bool"),
        "string" => Bytes("XdrString", "String", Max(type, "max_size"), 4),
        "opaque_var" => Bytes("XdrBytes", "Opaque", Max(type, "max_size"), 4),
        "opaque_fixed" => FixedBytes(type.GetProperty("size").GetUInt32()),
        "optional" => Optional(Of(definition, type.GetProperty("element"))),
        "var_array" => Array(Of(definition, type.GetProperty("element")), Max(type, "max_count")),
        "array" => FixedArray(Of(definition, type.GetProperty("element")), type.GetProperty("count").GetUInt32()),
        "ref" => Reference(definition, definition.Find(XdrDefinition.Name(type))),
        var kind => throw new InvalidDataException($"type kind '{kind}' is not known"),
    };

    /// <summary>The size of a fixed opaque at the end of a chain of typedefs, or null where the chain ends elsewhere.</summary>
    public static int? FixedOpaqueSize(XdrDefinition definition, JsonElement type) => XdrDefinition.Kind(type) switch
    {
        "opaque_fixed" => type.GetProperty("size").GetInt32(),
        "ref" when definition.Find(XdrDefinition.Name(type)) is var target && XdrDefinition.Kind(target) == "typedef" =>
            FixedOpaqueSize(definition, target.GetProperty("type")),
        _ => null,
    };

    private static XdrShape Reference(XdrDefinition definition, JsonElement target)
    {
        var kind = XdrDefinition.Kind(target);
        var name = Ns + XdrName.Type(XdrDefinition.Name(target));
        if (kind == "enum")
        {
            return new XdrShape(
                name, true, 4, _ => $"{name}Xdr.Decode(ref r)", (v, _) => $"w.WriteInt32((int){v});",
                v => $"{name}Xdr.WriteJson(w, {v});", (e, _) => $"{name}Xdr.ReadJson({e})");
        }

        if (kind == "typedef" && FixedOpaqueSize(definition, target.GetProperty("type")) is null)
        {
            return Of(definition, target.GetProperty("type"));
        }

        return new XdrShape(
            name, kind == "typedef", XdrSize.Min(definition, target), _ => $"{name}.Decode(ref r)",
            (v, _) => $"{v}.Encode(w);", v => $"{v}.WriteJson(w);", (e, _) => $"{name}.ReadJson({e})");
    }

    private static XdrShape Primitive(string csharp, int size, string method) => new(
        csharp, true, size, what => $"r.Read{method}(\"{what}\")", (v, _) => $"w.Write{method}({v});",
        v => $"XdrJson.Write{method}(w, {v});", (e, what) => $"XdrJson.Read{method}({e}, \"{what}\")");

    private static XdrShape Bytes(string csharp, string method, string max, int size) => new(
        Ns + csharp, true, size, what => $"r.Read{method}({max}, \"{what}\")",
        (v, what) => $"w.Write{method}({v}, {max}, \"{what}\");",
        v => $"XdrJson.Write{method}(w, {v});", (e, what) => $"XdrJson.Read{method}({e}, {max}, \"{what}\")");

    private static XdrShape FixedBytes(uint size) => new(
        Ns + "XdrBytes", true, (int)(size + 3) / 4 * 4, what => $"r.ReadFixedOpaque({size}, \"{what}\")",
        (v, what) => $"w.WriteFixedOpaque({v}, {size}, \"{what}\");",
        v => $"XdrJson.WriteFixedOpaque(w, {v});", (e, what) => $"XdrJson.ReadFixedOpaque({e}, {size}, \"{what}\")");

    private static XdrShape Optional(XdrShape element)
    {
        var value = element.IsValueType ? ".Value" : "";
        var cast = element.IsValueType ? $"({element.CSharp}?)" : "";
        return new XdrShape(
            element.CSharp + "?", false, 4,
            what => $"r.ReadBool(\"{what}\") ? {cast}{element.Read(what)} : null",
            (v, what) => $"w.WriteBool({v} is not null); if ({v} is not null) {{ {element.Write(v + value, what)} }}",
            v => $"if ({v} is null) {{ w.WriteNullValue(); }} else {{ {element.WriteJson(v + value)} }}",
            (e, what) => $"{e}.ValueKind == global::System.Text.Json.JsonValueKind.Null ? null : {cast}{element.ReadJson(e, what)}");
    }

    private static XdrShape Array(XdrShape element, string max) => new(
        $"{Ns}XdrArray<{element.CSharp}>", true, 4,
        what => $"r.ReadArray({max}, {element.MinSize}, \"{what}\", static (ref XdrReader r) => {element.Read(what)})",
        (v, what) => $"w.WriteArray({v}, {max}, \"{what}\", static (w, x) => {{ {element.Write("x", what)} }});",
        v => $"XdrJson.WriteArray(w, {v}, static (w, x) => {{ {element.WriteJson("x")} }});",
        (e, what) => $"XdrJson.ReadArray({e}, {max}, \"{what}\", static e => {element.ReadJson("e", what)})");

    private static XdrShape FixedArray(XdrShape element, uint count) => new(
        $"{Ns}XdrArray<{element.CSharp}>", true, element.MinSize * (int)count,
        what => $"r.ReadFixedArray({count}, {element.MinSize}, \"{what}\", static (ref XdrReader r) => {element.Read(what)})",
        (v, what) => $"w.WriteFixedArray({v}, {count}, \"{what}\", static (w, x) => {{ {element.Write("x", what)} }});",
        v => $"XdrJson.WriteArray(w, {v}, static (w, x) => {{ {element.WriteJson("x")} }});",
        (e, what) => $"XdrJson.ReadFixedArray({e}, {count}, \"{what}\", static e => {element.ReadJson("e", what)})");

    private static string Max(JsonElement type, string property) =>
        type.TryGetProperty(property, out var max) ? max.GetUInt32().ToString(System.Globalization.CultureInfo.InvariantCulture) : "uint.MaxValue";
}
