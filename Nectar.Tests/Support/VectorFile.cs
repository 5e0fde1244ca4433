using System.IO.Compression;
using System.Text.Json;

namespace Nectar.Tests.Support;

/// <summary>Golden data that the Rust side wrote; <c>Vectors/README.md</c> tells each file's shape.</summary>
internal static class VectorFile
{
    // XDR nests deeper than the reader's usual limit.
    private static readonly JsonDocumentOptions deep = new() { MaxDepth = 1024 };

    /// <summary>The objects of a file of lines, compressed where its name ends so.</summary>
    /// <param name="path">Below the folder of the vectors.</param>
    public static IEnumerable<JsonElement> Lines(string path)
    {
        using var file = File.OpenRead(PathOf(path));
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line)
        {
            yield return Parse(line);
        }
    }

    /// <summary>A file that is one object.</summary>
    /// <param name="path">Below the folder of the vectors.</param>
    public static JsonElement Whole(string path) => Parse(File.ReadAllText(PathOf(path)));

    /// <summary>A field that is text.</summary>
    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>A field that is text in hex.</summary>
    public static byte[] Hex(this JsonElement element, string name) => Convert.FromHexString(element.Text(name));

    private static string PathOf(string path) => Repository.PathOf($"Nectar.Tests/Vectors/{path}");

    private static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text, deep);
        return document.RootElement.Clone();
    }
}
