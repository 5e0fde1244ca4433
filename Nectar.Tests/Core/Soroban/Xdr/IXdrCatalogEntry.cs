using System.Text.Json;

namespace Nectar.Tests.Core.Soroban.Xdr;

/// <summary>One protocol type as the tests see it: values are opaque, the forms are not.</summary>
internal interface IXdrCatalogEntry
{
    /// <summary>The type's name in the Rust reference crate.</summary>
    string Name { get; }

    /// <summary>Reads one value that fills the bytes.</summary>
    object? Decode(ReadOnlySpan<byte> bytes);

    byte[] Encode(object? value);

    string ToJson(object? value);

    object? FromJson(JsonElement json);
}
