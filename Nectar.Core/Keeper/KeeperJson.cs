using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nectar.Core.Liquidation;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>
/// The records of this room as JSON: camelCase names, amounts and ids as strings, ledgers as numbers, enums by name, and
/// <c>kind</c> or <c>state</c> first where there are several cases. What one version wrote the next one reads.
/// </summary>
public static class KeeperJson
{
    /// <summary>How to write and read them.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>An event as JSON.</summary>
    public static string Write(KeeperEvent happened) => JsonSerializer.Serialize(happened, Options);

    /// <summary>A case as JSON.</summary>
    public static string Write(LiquidationCase stands) => JsonSerializer.Serialize(stands, Options);

    /// <summary>An event from JSON.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static KeeperEvent ReadEvent(string json) =>
        JsonSerializer.Deserialize<KeeperEvent>(json, Options) ?? throw new JsonException("null where an event was expected");

    /// <summary>A case from JSON.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static LiquidationCase ReadCase(string json) =>
        JsonSerializer.Deserialize<LiquidationCase>(json, Options) ?? throw new JsonException("null where a case was expected");

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
                new LedgerNumberJsonConverter(),
                Text(AccountId.Parse),
                Text(ContractId.Parse),
                Text(TransactionHash.Parse),
                Text(Usdc.Parse),
                Text(Worth.Parse),
                new TextJsonConverter<Ratio>(Ratio.Parse, ratio => ratio.ToExactString()),
                Text(text => Int128.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
            },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static TextJsonConverter<T> Text<T>(Func<string, T> parse)
        where T : struct => new(parse, value => string.Create(CultureInfo.InvariantCulture, $"{value}"));
}
