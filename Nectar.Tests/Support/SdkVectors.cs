using System.Text.Json;

namespace Nectar.Tests.Support;

/// <summary>What the JavaScript SDK made of fixed seeds; see Vectors/README.md.</summary>
internal static class SdkVectors
{
    public static JsonElement Root { get; } = VectorFile.Whole("sdk/sdk.json");
}
