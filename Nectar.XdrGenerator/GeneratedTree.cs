using System.Text.Json;

namespace Nectar.XdrGenerator;

/// <summary>All generated files as path (from the repository's root) and text.</summary>
internal static class GeneratedTree
{
    public const string DefinitionPath = "Nectar.Core/Soroban/Xdr/xdr-28.json";
    public const string TypesFolder = "Nectar.Core/Soroban/Xdr/Generated";
    public const string CatalogPath = "Nectar.Tests/Core/Soroban/Xdr/XdrCatalog.g.cs";

    public static SortedDictionary<string, string> Of(XdrDefinition definition)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [CatalogPath] = CatalogFile.Write(definition),
            [$"{TypesFolder}/XdrConstants.g.cs"] = Constants(definition),
        };
        foreach (var type in definition.All)
        {
            if (Text(definition, type) is { } text)
            {
                files.Add($"{TypesFolder}/{XdrName.Type(XdrDefinition.Name(type))}.g.cs", text);
            }
        }

        return files;
    }

    /// <summary>Null for typedefs that add no type of their own: C# uses what they stand for.</summary>
    private static string? Text(XdrDefinition definition, JsonElement type) => XdrDefinition.Kind(type) switch
    {
        "enum" => EnumFile.Write(definition, type),
        "struct" => StructFile.Write(definition, type),
        "union" => UnionFile.Write(definition, type),
        "typedef" when XdrShape.FixedOpaqueSize(definition, type.GetProperty("type")) is not null =>
            FixedOpaqueFile.Write(definition, type),
        _ => null,
    };

    private static string Constants(XdrDefinition definition)
    {
        var file = new GeneratedFile();
        file.Head("Nectar.Core.Soroban.Xdr");
        file.Line("/// <summary>The constants of the protocol definition.</summary>");
        file.Line("public static class XdrConstants");
        file.Line("{");
        foreach (var constant in definition.All.Where(t => XdrDefinition.Kind(t) == "const"))
        {
            file.Line($"public const uint {XdrName.Pascal(XdrDefinition.Name(constant))} = {constant.GetProperty("value").GetInt64()};");
        }

        file.Line("}");
        return file.ToString();
    }
}
