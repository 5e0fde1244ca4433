using Nectar.Core.Keeper;
using Nectar.Core.Soroban.Keys;
using Nectar.Core.Soroban.Rpc;
using Nectar.Core.Units;

namespace Nectar.Web.Live;

/// <summary>The network that this process works on, and whom it deals with there.</summary>
public sealed record NetworkInUse
{
    /// <summary>Its name for people: <c>embedded network</c>, <c>testnet</c>, <c>mainnet</c>.</summary>
    public required string Label { get; init; }

    /// <summary>Whether it lives in this process, with a simulated market.</summary>
    public required bool IsEmbedded { get; init; }

    /// <summary>What the simulated market's prices follow from; null where there is none.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The network.</summary>
    public required Network Network { get; init; }

    /// <summary>Its RPC server.</summary>
    public required ISorobanServer Server { get; init; }

    /// <summary>The keepers' registry.</summary>
    public required ContractId Registry { get; init; }

    /// <summary>The vault.</summary>
    public required ContractId Vault { get; init; }

    /// <summary>The pool that is watched; null watches none.</summary>
    public ContractId? Pool { get; init; }

    /// <summary>The keepers of this process.</summary>
    public required IReadOnlyList<KeeperOptions> Keepers { get; init; }

    /// <summary>Depositors to show, strkeys.</summary>
    public IReadOnlyList<string> KnownDepositors { get; init; } = [];

    /// <summary>Names of classic assets for people, by the contract that stands for each; a token that is not there is shown by its id.</summary>
    public IReadOnlyDictionary<ContractId, string> Symbols { get; init; } = new Dictionary<ContractId, string>();

    /// <summary>Gives newcomers what they need; null where nobody does.</summary>
    public IFaucet? Faucet { get; init; }

    /// <summary>The time between two ledgers, about.</summary>
    public TimeSpan LedgerTime => Keepers is [var first, ..] ? first.LedgerTime : TimeSpan.FromSeconds(5);

    /// <summary>The hosts of the RPC servers that are asked, the preferred one first; of an address no more is shown, since it may hold a key.</summary>
    public IReadOnlyList<string> RpcHosts { get; init; } = [];

    /// <summary>Who is asked, for people.</summary>
    public string RpcWords => IsEmbedded ? "the embedded network’s, here at /rpc" : $"{Label}, by {string.Join(" or ", RpcHosts)}";

    /// <summary>What tells a command in a terminal the network and its RPC server; for a network elsewhere the variable that this program has it from.</summary>
    /// <param name="site">Where whoever reads the command has this program's pages from: the embedded network answers there, too.</param>
    public string ForCommands(Uri site) => $"--network-passphrase \"{Network.Passphrase}\" --rpc-url {(IsEmbedded ? new Uri(site, "/rpc").ToString() : "$SOROBAN_RPC")}";

    /// <summary>Where people look at a transaction; null where no explorer knows this network.</summary>
    public Uri? ExplorerOf(TransactionHash hash) => Explorer is { } name ? new Uri($"https://stellar.expert/explorer/{name}/tx/{hash}") : null;

    private string? Explorer => IsEmbedded ? null : Network == Network.Testnet ? "testnet" : Network == Network.Public ? "public" : null;

    /// <summary>A network's name for people.</summary>
    public static string LabelOf(Network network) =>
        network == Network.Testnet ? "testnet" : network == Network.Public ? "mainnet" : "private network";
}
