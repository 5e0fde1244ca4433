using System.Text.Json;
using System.Text.RegularExpressions;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.Tests.Web.Api;

/// <summary>
/// Compares an answer with a shape that is written as JSON: names in their order, and a word for each value: <c>text</c>,
/// <c>address</c>, <c>boolean</c>, <c>whole</c> (a number without a point), <c>number</c>, <c>time</c> (RFC 3339 in UTC). A
/// question mark behind a word, or an object's only name, allows null; the only name <c>*</c> stands for any name.
/// </summary>
internal static partial class JsonShape
{
    /// <summary>What is not as the shape has it, each with its place; nothing where all is.</summary>
    public static IReadOnlyList<string> Faults(string answer, string shape)
    {
        using var actual = JsonDocument.Parse(answer);
        using var expected = JsonDocument.Parse(shape);
        return [.. Faults(actual.RootElement, expected.RootElement, "$")];
    }

    private static IEnumerable<string> Faults(JsonElement actual, JsonElement shape, string at) => shape.ValueKind switch
    {
        JsonValueKind.String => IsA(actual, shape.GetString()!) ? [] : [$"{at}: {actual.GetRawText()} is no {shape.GetString()}"],
        JsonValueKind.Array when actual.ValueKind == JsonValueKind.Array => actual.EnumerateArray().SelectMany((a, i) => Faults(a, shape[0], $"{at}[{i}]")),
        JsonValueKind.Object when shape.TryGetProperty("?", out var inner) => actual.ValueKind == JsonValueKind.Null ? [] : Faults(actual, inner, at),
        JsonValueKind.Object when actual.ValueKind == JsonValueKind.Object => shape.TryGetProperty("*", out var any)
            ? actual.EnumerateObject().SelectMany(p => Faults(p.Value, any, $"{at}.{p.Name}"))
            : FaultsOfObject(actual, shape, at),
        _ => [$"{at}: {actual.ValueKind} where {shape.ValueKind} is due"],
    };

    private static IEnumerable<string> FaultsOfObject(JsonElement actual, JsonElement shape, string at)
    {
        var (names, due) = (string.Join(',', actual.EnumerateObject().Select(p => p.Name)), string.Join(',', shape.EnumerateObject().Select(p => p.Name)));
        return names != due
            ? [$"{at}: has {names}, {due} are due"]
            : shape.EnumerateObject().SelectMany(p => Faults(actual.GetProperty(p.Name), p.Value, $"{at}.{p.Name}"));
    }

    private static bool IsA(JsonElement value, string word) => (value.ValueKind, word.TrimEnd('?')) switch
    {
        (JsonValueKind.Null, _) => word.EndsWith('?'),
        (JsonValueKind.String, "text") => true,
        (JsonValueKind.String, "address") => SCAddress.Parse(value.GetString()!).ToString() == value.GetString(),
        (JsonValueKind.String, "time") => Time().IsMatch(value.GetString()!),
        (JsonValueKind.True or JsonValueKind.False, "boolean") => true,
        (JsonValueKind.Number, "whole") => Whole().IsMatch(value.GetRawText()),
        (JsonValueKind.Number, "number") => true,
        _ => false,
    };

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$")]
    private static partial Regex Time();

    [GeneratedRegex(@"^-?\d+$")]
    private static partial Regex Whole();
}
