using System.Text.Json;

namespace Nectar.XdrGenerator;

/// <summary>The protocol definition: every type, by name and in file order.</summary>
internal sealed class XdrDefinition
{
    private readonly Dictionary<string, JsonElement> byName = [];
    private readonly List<string> files;

    private XdrDefinition(JsonElement root)
    {
        files = [.. root.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("name").GetString()!)];
        foreach (var definition in root.GetProperty("definitions").EnumerateArray())
        {
            byName.Add(definition.GetProperty("name").GetString()!, definition);
            All.Add(definition);
        }
    }

    public List<JsonElement> All { get; } = [];

    public static XdrDefinition Load(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return new XdrDefinition(document.RootElement.Clone());
    }

    public JsonElement Find(string name) =>
        byName.TryGetValue(name, out var found)
            ? found
            : throw new InvalidDataException($"the definition names type '{name}' and does not define it");

    public string FileOf(JsonElement definition) => files[definition.GetProperty("file_index").GetInt32()];

    public static string Kind(JsonElement node) => node.GetProperty("kind").GetString()!;

    public static string Name(JsonElement node) => node.GetProperty("name").GetString()!;
}
