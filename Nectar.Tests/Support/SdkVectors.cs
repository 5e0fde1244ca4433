using System.Text.Json;

namespace Nectar.Tests.Support;

/// <summary>What the JavaScript SDK made of fixed seeds; see Vectors/README.md.</summary>
internal static class SdkVectors
{
    public static JsonElement Root { get; } = Load();

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static JsonElement Load()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("Nectar.Tests/Vectors/sdk/sdk.json")));
        return document.RootElement.Clone();
    }
}
