using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Nectar.Tests.Support;

namespace Nectar.Tests.LocalNet.Host;

/// <summary>A call that the Rust side recorded: <c>Vectors/README.md</c>, "host".</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Made by the serializer.")]
internal sealed record RecordedCall(string Name, byte[] Request, RecordedCall.Entry[] Fetched, byte[] Response)
{
    private static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<RecordedCall> All { get; } = [.. VectorFile.Lines("host/calls.jsonl.gz").Select(l => l.Deserialize<RecordedCall>(options)!)];

    /// <summary>The recorded answer for a key.</summary>
    public byte[]? Find(ReadOnlySpan<byte> key) =>
        IndexOf(key) is var index and >= 0
            ? Fetched[index].Answer
            : throw new InvalidOperationException($"{Name}: a key was asked for that is not recorded");

    /// <summary>The recorded answer for a key; null for one that is not recorded.</summary>
    public byte[]? FindOrNone(ReadOnlySpan<byte> key) => IndexOf(key) is var index and >= 0 ? Fetched[index].Answer : null;

    private int IndexOf(ReadOnlySpan<byte> key)
    {
        for (var i = 0; i < Fetched.Length; i++)
        {
            if (key.SequenceEqual(Fetched[i].Key))
            {
                return i;
            }
        }

        return -1;
    }

    internal sealed record Entry(byte[] Key, byte[]? Answer);
}
