using System.Text.Json;
using Nectar.Tests.Support;

namespace Nectar.Tests.Core.Soroban.Xdr;

/// <summary>Golden values that the Rust reference crate wrote; their shape is told in Vectors/README.md.</summary>
internal static class XdrVectors
{
    public static IEnumerable<(string Type, byte[] Xdr, JsonElement Json)> Values() =>
        VectorFile.Lines("xdr/values.jsonl.gz").Select(l => (l.Text("type"), Bytes(l), l.GetProperty("json")));

    public static IEnumerable<(string Type, byte[] Xdr)> Malformed() =>
        VectorFile.Lines("xdr/malformed.jsonl.gz").Select(l => (l.Text("type"), Bytes(l)));

    private static byte[] Bytes(JsonElement line) => line.GetProperty("base64").GetBytesFromBase64();
}
