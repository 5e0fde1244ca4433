using System.Text.Encodings.Web;
using System.Text.Json;

namespace Nectar.Web.Api;

/// <summary>
/// JSON as the first Nectar's pages read it: snake_case names in its order, amounts as whole numbers in the smallest unit,
/// times as RFC 3339. What it got wrong is not repeated: a list without members is <c>[]</c>, and every answer has a body.
/// </summary>
internal static class OriginalShape
{
    /// <summary>How to write it.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new WholeNumberConverter(), new RatioConverter() },
    };
}
