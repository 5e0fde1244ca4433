using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Soroban.Xdr;

namespace Nectar.LocalNet.Rpc;

/// <summary>
/// How results show protocol values: as base64, or as their canonical JSON (SEP-51), where the field has another name so
/// that no reader takes one for the other.
/// </summary>
internal sealed class XdrFormat
{
    private readonly JsonSerializerOptions options;

    private XdrFormat(JsonSerializerOptions options) => this.options = options;

    /// <summary>Base64.</summary>
    public static XdrFormat Base64 { get; } = new(Create(JsonTypeInfoResolver.Combine(RpcJson.Default, LocalNetJson.Default)));

    /// <summary>Canonical JSON.</summary>
    public static XdrFormat Json { get; } = new(CreateCanonical());

    /// <summary>Reads <c>xdrFormat</c>.</summary>
    public static XdrFormat Of(Parameters parameters) => parameters.OptionalText("xdrFormat") switch
    {
        null or "" or "base64" => Base64,
        "json" => Json,
        var other => throw Refusal.Parameter($"xdrFormat is {Refusal.Shown(other)}; it must be 'base64' or 'json'"),
    };

    /// <summary>How protocol values are written where not as base64.</summary>
    public IEnumerable<JsonConverter> Converters => options.Converters;

    /// <summary>How a result is written.</summary>
    public JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions Create(IJsonTypeInfoResolver resolver) =>
        new(RpcJson.Default.Options) { TypeInfoResolver = resolver };

    private static JsonSerializerOptions CreateCanonical()
    {
        var canonical = Create(RpcJson.Default.WithAddedModifier(Rename));
        canonical.Converters.Add(new CanonicalXdrConverter<SCVal>());
        canonical.Converters.Add(new CanonicalXdrConverter<LedgerKey>());
        canonical.Converters.Add(new CanonicalXdrConverter<LedgerEntry>());
        canonical.Converters.Add(new CanonicalXdrConverter<LedgerEntryData>());
        canonical.Converters.Add(new CanonicalXdrConverter<LedgerEntryExt>());
        canonical.Converters.Add(new CanonicalXdrConverter<LedgerHeader>());
        canonical.Converters.Add(new CanonicalXdrConverter<LedgerHeaderHistoryEntry>());
        canonical.Converters.Add(new CanonicalXdrConverter<LedgerCloseMeta>());
        canonical.Converters.Add(new CanonicalXdrConverter<TransactionEnvelope>());
        canonical.Converters.Add(new CanonicalXdrConverter<TransactionResult>());
        canonical.Converters.Add(new CanonicalXdrConverter<TransactionMeta>());
        canonical.Converters.Add(new CanonicalXdrConverter<TransactionEvent>());
        canonical.Converters.Add(new CanonicalXdrConverter<ContractEvent>());
        canonical.Converters.Add(new CanonicalXdrConverter<DiagnosticEvent>());
        canonical.Converters.Add(new CanonicalXdrConverter<SorobanTransactionData>());
        canonical.Converters.Add(new CanonicalXdrConverter<SorobanAuthorizationEntry>());
        return canonical;
    }

    private static void Rename(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => IsProtocolValue(p.PropertyType)))
        {
            property.Name = (type.Type.Name, property.Name) switch
            {
                (nameof(LedgerEntryResult), "xdr") => "dataJson",
                (nameof(SimulatedHostFunction), "xdr") => "returnValueJson",
                (_, var name) when name.EndsWith("Xdr", StringComparison.Ordinal) => $"{name[..^3]}Json",
                var (_, name) => $"{name}Json",
            };
        }
    }

    private static bool IsProtocolValue(Type type)
    {
        if (type.IsGenericType)
        {
            return IsProtocolValue(type.GetGenericArguments()[0]);
        }

        return type.Namespace == typeof(SCVal).Namespace;
    }
}
