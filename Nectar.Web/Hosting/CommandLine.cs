namespace Nectar.Web.Hosting;

/// <summary>What the command line asks for.</summary>
internal abstract record CommandLine
{
    private CommandLine()
    {
    }

    /// <summary>What <c>--help</c> prints.</summary>
    public const string Help = """
        Nectar: pooled USDC and competing keepers that liquidate bad Blend positions on Stellar.

        usage: dotnet run --project Nectar.Web [-- --help]

        Without variables it starts an embedded network with a simulated market, two keepers and the page.
        With KEEPER_SECRET, REGISTRY_CONTRACT and VAULT_CONTRACT it runs one keeper on the network of SOROBAN_RPC.

        variable             default                                   rule
        API_PORT             8080                                      1 to 65,535: page, API and hub
        NECTAR_DATA          the user's data folder, nectar/           where the journal lies
        NECTAR_MAX_CLIENTS   1000                                      1 to 100,000: live clients of a kind, then 503
        NECTAR_DEMO_SEED     20260222                                  a whole number: prices and scenes follow from it
        NECTAR_DEMO_SPEED    10                                        1 to 50: ledgers in a second
        NECTAR_DEMO_BORROWERS 30                                       6 to 60: accounts that borrow
        KEEPER_SECRET                                                  secret key S…; its presence leaves the embedded network
        REGISTRY_CONTRACT                                              contract C…
        VAULT_CONTRACT                                                 contract C…
        BLEND_POOL                                                     contract C… to watch; none watches nothing
        EXCHANGE_CONTRACT                                              contract C… with a router's functions
        KEEPER_NAME          nectar-keeper-1                           1 to 32 of a-z 0-9 -
        KEEPER_MODE          atomic                                    atomic or staged
        POLL_INTERVAL        10                                        3 to 300, seconds
        MIN_PROFIT           1.0                                       above 0 and up to 1000
        KNOWN_DEPOSITORS                                               accounts or contracts, parted by commas
        KNOWN_BORROWERS                                                accounts or contracts, parted by commas
        SOROBAN_RPC          https://soroban-testnet.stellar.org:443   URLs, parted by commas, the preferred one first
        NETWORK_PASSPHRASE   Test SDF Network ; September 2015         the network's passphrase
        """;

    /// <summary>Reads it.</summary>
    public static CommandLine Parse(string[] args) => args switch
    {
        [] => new Run(),
        [.., "--help" or "-h" or "-?"] or ["--help" or "-h" or "-?", ..] => new ShowHelp(),
        [var first, ..] => new Refused($"'{first}' is no option; --help tells what there is"),
    };

    /// <summary>Run the application.</summary>
    public sealed record Run : CommandLine;

    /// <summary>Print what there is.</summary>
    public sealed record ShowHelp : CommandLine;

    /// <summary>It cannot be understood.</summary>
    public sealed record Refused(string Reason) : CommandLine;
}
