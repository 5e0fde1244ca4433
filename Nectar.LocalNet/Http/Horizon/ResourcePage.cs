using System.Text.Json.Serialization;

namespace Nectar.LocalNet.Http.Horizon;

/// <summary>A list as Horizon wraps it.</summary>
/// <typeparam name="T">What it lists.</typeparam>
/// <param name="Embedded">What is in it.</param>
internal sealed record ResourcePage<T>([property: JsonPropertyName("_embedded")] ResourceRecords<T> Embedded)
{
    /// <summary>Wraps a list.</summary>
    public static ResourcePage<T> Of(IReadOnlyList<T> records) => new(new ResourceRecords<T>(records));
}
