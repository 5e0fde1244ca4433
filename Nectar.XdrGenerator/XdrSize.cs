using System.Text.Json;

namespace Nectar.XdrGenerator;

/// <summary>
/// The fewest bytes a type can take on the wire. A claimed array length is held against it before memory is taken.
/// </summary>
internal static class XdrSize
{
    public static int Min(XdrDefinition definition, JsonElement target) => Min(definition, target, []);

    private static int Min(XdrDefinition definition, JsonElement target, HashSet<string> open)
    {
        var name = XdrDefinition.Name(target);
        if (!open.Add(name))
        {
            // A type inside itself sits behind a length, a flag or another arm: it adds nothing to the least size.
            return 0;
        }

        var size = XdrDefinition.Kind(target) switch
        {
            "enum" => 4,
            "typedef" => OfType(definition, target.GetProperty("type"), open),
            "struct" => target.GetProperty("fields").EnumerateArray()
                .Sum(f => OfType(definition, f.GetProperty("type"), open)),
            "union" => 4 + target.GetProperty("arms").EnumerateArray()
                .Min(a => a.TryGetProperty("type", out var type) ? OfType(definition, type, open) : 0),
            var kind => throw new InvalidDataException($"'{name}' of kind '{kind}' has no size"),
        };
        open.Remove(name);
        return size;
    }

    private static int OfType(XdrDefinition definition, JsonElement type, HashSet<string> open) =>
        XdrDefinition.Kind(type) switch
        {
            "hyper" or "unsigned_hyper" => 8,
            "opaque_fixed" => (type.GetProperty("size").GetInt32() + 3) / 4 * 4,
            "array" => type.GetProperty("count").GetInt32() * OfType(definition, type.GetProperty("element"), open),
            "ref" => Min(definition, definition.Find(XdrDefinition.Name(type)), open),
            _ => 4,
        };
}
