using System.Text.Json;

namespace Nectar.XdrGenerator;

/// <summary>
/// The list of all types by name that the tests walk: made here and not by reflection, so that a type left out of the
/// generated code cannot also be left out of the tests.
/// </summary>
internal static class CatalogFile
{
    public static string Write(XdrDefinition definition)
    {
        var file = new GeneratedFile();
        file.Head("Nectar.Tests.Core.Soroban.Xdr");
        file.Line("using Nectar.Core.Soroban.Xdr;");
        file.Line("");
        file.Line("/// <summary>Every type of the protocol by its name in the Rust reference crate.</summary>");
        file.Line("internal static partial class XdrCatalog");
        file.Line("{");
        file.Line("private static global::System.Collections.Generic.IEnumerable<IXdrCatalogEntry> Entries()");
        file.Line("{");
        foreach (var type in definition.All.Where(t => XdrDefinition.Kind(t) != "const"))
        {
            Entry(definition, type, file);
        }

        file.Line("}");
        file.Line("}");
        return file.ToString();
    }

    private static void Entry(XdrDefinition definition, JsonElement type, GeneratedFile file)
    {
        var name = XdrDefinition.Name(type);
        using var reference = JsonDocument.Parse($$"""{"kind":"ref","name":"{{name}}"}""");
        var shape = XdrShape.Of(definition, reference.RootElement);
        file.Line($"yield return new XdrCatalogEntry<{shape.CSharp}>(\"{XdrName.RustType(name)}\",");
        file.Line($"    static (ref XdrReader r) => {shape.Read(name)},");
        file.Line($"    static (w, x) => {{ {shape.Write("x", name)} }},");
        file.Line($"    static (w, x) => {{ {shape.WriteJson("x")} }},");
        file.Line($"    static e => {shape.ReadJson("e", name)});");
    }
}
