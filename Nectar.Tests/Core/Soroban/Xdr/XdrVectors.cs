using System.IO.Compression;
using System.Text.Json;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Soroban.Xdr;

/// <summary>Golden values that the Rust reference crate wrote; their shape is told in Vectors/README.md.</summary>
internal static class XdrVectors
{
    public static IEnumerable<(string Type, byte[] Xdr, JsonElement Json)> Values() =>
        Lines("values.jsonl.gz").Select(l => (Type(l), Bytes(l), l.GetProperty("json")));

    public static IEnumerable<(string Type, byte[] Xdr)> Malformed() =>
        Lines("malformed.jsonl.gz").Select(l => (Type(l), Bytes(l)));

    private static string Type(JsonElement line) => line.GetProperty("type").GetString()!;

    private static byte[] Bytes(JsonElement line) => line.GetProperty("base64").GetBytesFromBase64();

    private static IEnumerable<JsonElement> Lines(string file)
    {
        using var reader = new StreamReader(
            new GZipStream(File.OpenRead(Repository.PathOf($"Nectar.Tests/Vectors/xdr/{file}")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 1024 });
            yield return document.RootElement.Clone();
        }
    }
}
