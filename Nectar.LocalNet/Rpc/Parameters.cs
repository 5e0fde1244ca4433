using System.Text.Json;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Rpc;

/// <summary>
/// The parameters of a request, read by name. What is absent or null is not given; what has the wrong type is refused
/// with name, value and rule; names that no method knows are let be, as the RPC server does.
/// </summary>
internal sealed class Parameters
{
    private readonly JsonElement? given;
    private readonly string prefix;

    private Parameters(JsonElement? given, string prefix) => (this.given, this.prefix) = (given, prefix);

    /// <summary>Those of a request; none where it has none.</summary>
    /// <exception cref="RpcErrorException">They are no object.</exception>
    public static Parameters Of(JsonElement? parameters) => parameters switch
    {
        null or { ValueKind: JsonValueKind.Null } => new Parameters(null, ""),
        { ValueKind: JsonValueKind.Object } => new Parameters(parameters, ""),
        { } other => throw Refusal.Parameter($"params are {Refusal.Shown(other)}; they must be an object with named members"),
    };

    /// <summary>A text that must be there.</summary>
    public string Text(string name) => OptionalText(name) ?? throw Missing(name);

    /// <summary>A text, or null where there is none.</summary>
    public string? OptionalText(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => TextOf(value, prefix + name),
        { } value => throw Wrong(name, value, "a string"),
    };

    /// <summary>A number of 32 bits that must be there.</summary>
    public uint UInt32(string name) => OptionalUInt32(name) ?? throw Missing(name);

    /// <summary>A number of 32 bits, or null where there is none.</summary>
    public uint? OptionalUInt32(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetUInt32(out var number) => number,
        { } value => throw Wrong(name, value, $"a whole number from 0 to {uint.MaxValue}"),
    };

    /// <summary>A number of 64 bits, or null where there is none.</summary>
    public ulong? OptionalUInt64(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetUInt64(out var number) => number,
        { } value => throw Wrong(name, value, $"a whole number from 0 to {ulong.MaxValue}"),
    };

    /// <summary>True or false, or null where there is neither.</summary>
    public bool? OptionalBool(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } value => throw Wrong(name, value, "true or false"),
    };

    /// <summary>An object's members, or null where there is none.</summary>
    public Parameters? OptionalObject(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } value => new Parameters(value, $"{prefix}{name}."),
        { } value => throw Wrong(name, value, "an object"),
    };

    /// <summary>A list of objects, or null where there is none.</summary>
    public List<Parameters>? OptionalObjects(string name) => OptionalList(name, (value, what) =>
        value.ValueKind == JsonValueKind.Object
            ? new Parameters(value, $"{what}.")
            : throw Refusal.Parameter($"{what} is {Refusal.Shown(value)}; it must be an object"));

    /// <summary>A list of texts, or null where there is none.</summary>
    public List<string>? OptionalTexts(string name) => OptionalList(name, ReadText);

    /// <summary>A list of lists of texts, or null where there is none.</summary>
    public List<IReadOnlyList<string>>? OptionalTextLists(string name) => OptionalList<IReadOnlyList<string>>(name, (value, what) => ReadList(value, what, ReadText));

    /// <summary>A protocol value in base64 that must be there.</summary>
    public T Xdr<T>(string name)
        where T : IXdrValue<T> => ReadXdr<T>(Text(name), prefix + name);

    /// <summary>Protocol values in base64, at most so many; none where there is no list.</summary>
    public List<T> Xdrs<T>(string name, int max)
        where T : IXdrValue<T>
    {
        var texts = OptionalTexts(name) ?? [];
        return texts.Count <= max
            ? [.. texts.Select((text, i) => ReadXdr<T>(text, $"{prefix}{name}[{i}]"))]
            : throw Refusal.Parameter($"{prefix}{name} has {texts.Count} elements; at most {max} are allowed");
    }

    private static T ReadXdr<T>(string text, string what)
        where T : IXdrValue<T>
    {
        try
        {
            return XdrCodec.FromBase64<T>(text);
        }
        catch (XdrException error)
        {
            throw Refusal.Parameter($"{what} is not a {typeof(T).Name} in base64: {error.Message}");
        }
    }

    private static string ReadText(JsonElement value, string what) =>
        value.ValueKind == JsonValueKind.String ? TextOf(value, what) : throw Refusal.Parameter($"{what} is {Refusal.Shown(value)}; it must be a string");

    // An escaped half of a surrogate pair is JSON, but no text.
    private static string TextOf(JsonElement value, string what)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Refusal.Parameter($"{what} is a string that is not Unicode text");
        }
    }

    private static List<T> ReadList<T>(JsonElement value, string what, Func<JsonElement, string, T> read) =>
        value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select((item, i) => read(item, $"{what}[{i}]"))]
            : throw Refusal.Parameter($"{what} is {Refusal.Shown(value)}; it must be a list");

    private List<T>? OptionalList<T>(string name, Func<JsonElement, string, T> read) =>
        Find(name) is { } value ? ReadList(value, prefix + name, read) : null;

    private JsonElement? Find(string name) =>
        given is { } members && members.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private RpcErrorException Missing(string name) => Refusal.Parameter($"{prefix}{name} is missing");

    private RpcErrorException Wrong(string name, JsonElement value, string rule) =>
        Refusal.Parameter($"{prefix}{name} is {Refusal.Shown(value)}; it must be {rule}");
}
