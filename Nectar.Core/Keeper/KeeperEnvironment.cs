using System.Globalization;
using System.Text.RegularExpressions;
using Nectar.Core.Liquidation;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Units;

namespace Nectar.Core.Keeper;

/// <summary>All that the program takes from environment variables.</summary>
public sealed partial record KeeperEnvironment
{
    /// <summary>The RPC server that is asked where none is named.</summary>
    public const string DefaultRpc = "https://soroban-testnet.stellar.org:443";

    /// <summary>The keeper; null where neither <c>KEEPER_SECRET</c> nor a contract is set: then the embedded network runs.</summary>
    public KeeperOptions? Keeper { get; init; }

    /// <summary>The port of pages and API, 1 to 65,535. <c>API_PORT</c>, by default 8080.</summary>
    public int ApiPort { get; init; } = 8080;

    /// <summary>RPC servers, the preferred one first. <c>SOROBAN_RPC</c>, a comma list, by default <see cref="DefaultRpc"/>.</summary>
    public IReadOnlyList<Uri> SorobanRpc { get; init; } = [new(DefaultRpc)];

    /// <summary>The network. <c>NETWORK_PASSPHRASE</c>, by default the test network's.</summary>
    public Network Network { get; init; } = Network.Testnet;

    /// <summary>Depositors whose positions are shown, strkeys. <c>KNOWN_DEPOSITORS</c>, a comma list.</summary>
    public IReadOnlyList<string> KnownDepositors { get; init; } = [];

    /// <summary>Reads all variables; values are trimmed, an empty one counts as not set.</summary>
    /// <param name="read">Gives a variable's value, null where it is not set.</param>
    public static EnvironmentReading Read(Func<string, string?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var variables = new VariableReader(read);
        var keeper = ReadKeeper(variables);
        var environment = new KeeperEnvironment
        {
            Keeper = keeper,
            ApiPort = (int)variables.ReadWhole("API_PORT", 8080, 1, 65_535),
            SorobanRpc = variables.ReadList("SOROBAN_RPC", "must be http or https URLs, parted by commas", ParseUrl) is { Count: > 0 } urls ? urls : [new Uri(DefaultRpc)],
            Network = variables.Get("NETWORK_PASSPHRASE") is { } passphrase ? new Network(passphrase) : Network.Testnet,
            KnownDepositors = variables.ReadList("KNOWN_DEPOSITORS", AddressRule, ParseAddress),
        };
        return variables.Faults.Count == 0 ? new EnvironmentReading.Ok(environment) : new EnvironmentReading.Faulty(variables.Faults);
    }

    private const string ContractRule = "must be a contract, C… of 56 characters";
    private const string AddressRule = "must be accounts or contracts, G… or C… of 56 characters, parted by commas";

    private static KeeperOptions? ReadKeeper(VariableReader variables)
    {
        string[] needed = ["KEEPER_SECRET", "REGISTRY_CONTRACT", "VAULT_CONTRACT"];
        var isWanted = needed.Append("BLEND_POOL").Any(variables.IsSet);
        foreach (var missing in needed.Where(v => isWanted && !variables.IsSet(v)))
        {
            variables.Fault(missing, "(not set)", "must be set: without all of KEEPER_SECRET, REGISTRY_CONTRACT, VAULT_CONTRACT and BLEND_POOL the embedded network runs instead");
        }

        // Read in any case, so that all faults come out together.
        var key = variables.Read<KeyPair?>("KEEPER_SECRET", null, "must be a secret key, S… of 56 characters", KeyPair.FromSecretSeed);
        var registry = variables.Read<ContractId?>("REGISTRY_CONTRACT", null, ContractRule, text => ContractId.Parse(text));
        var vault = variables.Read<ContractId?>("VAULT_CONTRACT", null, ContractRule, text => ContractId.Parse(text));
        var options = new KeeperOptions
        {
            Key = key ?? KeyPair.Random(),
            Registry = registry ?? default,
            Vault = vault ?? default,
            Pool = variables.Read<ContractId?>("BLEND_POOL", null, ContractRule, text => ContractId.Parse(text)),
            Exchange = variables.Read<ContractId?>("EXCHANGE_CONTRACT", null, ContractRule, text => ContractId.Parse(text)),
            Name = variables.Read("KEEPER_NAME", "nectar-keeper-1", "must be 1 to 32 of a-z, 0-9 and -", text => text, text => NamePattern().IsMatch(text)),
            Mode = variables.Read("KEEPER_MODE", CaseMode.Atomic, "must be atomic or staged", ParseMode),
            PollInterval = TimeSpan.FromSeconds(variables.ReadWhole("POLL_INTERVAL", 10, KeeperSettings.LeastPollSeconds, KeeperSettings.MostPollSeconds)),
            MinProfit = variables.Read(
                "MIN_PROFIT", Ratio.One, KeeperSettings.MinProfitRule, Ratio.Parse, KeeperSettings.IsAllowed),
            MaxSlippage = new((uint)variables.ReadWhole("MAX_SLIPPAGE_BPS", 50, 0, 1_000)),
            MaxPriceJump = new((uint)variables.ReadWhole("MAX_PRICE_JUMP_BPS", 2_000, 1, 10_000)),
            MaxQuoteDeviation = new((uint)variables.ReadWhole("MAX_QUOTE_DEVIATION_BPS", 500, 1, 10_000)),
            MaxPriceAge = TimeSpan.FromSeconds(variables.ReadWhole("MAX_PRICE_AGE", 900, 1, 86_400)),
            FeeBudget = variables.ReadWhole("FEE_BUDGET", 10_000_000, 10_000, 1_000_000_000),
            KnownBorrowers = variables.ReadList("KNOWN_BORROWERS", AddressRule, ParseAddress),
        };
        return key is null || registry is null || vault is null ? null : options;
    }

    private static CaseMode ParseMode(string text) => text switch
    {
        "atomic" => CaseMode.Atomic,
        "staged" => CaseMode.Staged,
        _ => throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{text}' is no mode")),
    };

    private static Uri ParseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { Host.Length: > 0 }
            ? url
            : throw new FormatException($"'{text}' is no URL");

    private static string ParseAddress(string text) =>
        StrKey.TryDecode(text, out var kind, out _) && kind is StrKeyKind.AccountId or StrKeyKind.Contract
            ? text
            : throw new FormatException($"'{text}' is no address");

    [GeneratedRegex("^[a-z0-9-]{1,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
